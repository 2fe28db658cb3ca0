-- Receipt of lead_conversion_funnel: rows of the five tables that tell of people.
-- kept: jobs
with journey_rows (customer_id, lead_day, is_duplicate) as (
  select customer_id, (received_at at time zone :time_zone)::date, false
  from catalogue.lead_facts
  where business_id = :business_id
  union all
  select customer_id, (received_at at time zone :time_zone)::date, false
  from catalogue.lost_lead_facts
  where business_id = :business_id
  union all
  select customer_id, date_lead_received, false
  from catalogue.bad_lead_facts
  where business_id = :business_id
  union all
  select customer_id, booked_date, false
  from catalogue.opportunity_facts
  where business_id = :business_id
  union all
  select customer_id, (created_at_utc at time zone :time_zone)::date, is_duplicate
  from journey.jobs
  where business_id = :business_id
),

outcomes as (
  select
    case
      when journey_rows.is_duplicate then 1
      when :date_from is null and :date_to is null then 0
      when coalesce(customers.first_lead_date, journey_rows.lead_day) is null then 2
      when coalesce(customers.first_lead_date, journey_rows.lead_day) < :date_from then 3
      when coalesce(customers.first_lead_date, journey_rows.lead_day) >= :date_to then 3
      else 0
    end as reason,
    count(*) as row_count,
    count(journey_rows.customer_id) as linked_count
  from journey_rows
  left join customers.customers as customers
    on customers.business_id = :business_id
    and customers.id = journey_rows.customer_id
    and (:date_from is not null or :date_to is not null)
  group by 1
),

reasons (reason, wording) as (
  values
    (1, 'marked as duplicate'),
    (2, 'no lead day'),
    (3, 'person''s first lead outside the days asked for')
)

select
  coalesce(sum(outcomes.row_count) filter (where outcomes.reason = 0), 0)::bigint as rows_counted,
  coalesce(
    jsonb_agg(jsonb_build_object('reason', reasons.wording, 'rows', outcomes.row_count) order by reasons.reason)
      filter (where reasons.reason is not null),
    '[]'
  ) as excluded,
  '{}'::text[] as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', coalesce(sum(outcomes.linked_count) filter (where outcomes.reason = 0), 0),
    'total', coalesce(sum(outcomes.row_count) filter (where outcomes.reason = 0), 0)
  )) as link_coverage
from outcomes
left join reasons on reasons.reason = outcomes.reason

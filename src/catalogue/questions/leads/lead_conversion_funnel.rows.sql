-- Rows of lead_conversion_funnel: the rows of the five tables that tell of people, by the
-- person's first lead day, else by the row's own.
-- frame: tables
with lead_days (id, lead_day) as (
  select id, (received_at at time zone :time_zone)::date from journey.lead_status where business_id = :business_id
  union all
  select id, (date_received at time zone :time_zone)::date from journey.lost_leads where business_id = :business_id
  union all
  select id, date_lead_received from journey.bad_leads where business_id = :business_id
  union all
  select id, booked_date from journey.booked_opportunities where business_id = :business_id
  union all
  select id, (created_at_utc at time zone :time_zone)::date from journey.jobs where business_id = :business_id
)

select table_rows.*
from table_rows
join lead_days on lead_days.id = table_rows.id
where (:date_from is null or coalesce(table_rows.first_lead_date, lead_days.lead_day) >= :date_from)
  and (:date_to is null or coalesce(table_rows.first_lead_date, lead_days.lead_day) < :date_to)

/*
id: lead_conversion_funnel
question: How many people who contacted us got a quote, booked and moved with us?
theme: leads
grain: one row
definition: >-
  Every person once, at the furthest stage any of their rows ever reached. A person is a
  customer with a lead, bad lead, lost lead, opportunity or job; rows without a customer are
  one person per quote number, else one per row. Jobs marked as duplicates do not count.
dateBasis: first lead day of the person (customers.first_lead_date; without a customer the day of the row)
rows: {measures: {total_leads: null}}
chart: {type: funnel, y: [total_leads, total_quoted, total_booked, total_closed]}
parameters: [date_from, date_to, time_zone]
columns:
  - {name: metric_type, type: text, meaning: "people: what is counted"}
  - {name: total_leads, type: integer, unit: people, meaning: "All people"}
  - {name: total_quoted, type: integer, unit: people, meaning: "Had a quote sent, a lost quote with an amount, an opportunity or a job"}
  - {name: total_booked, type: integer, unit: people, meaning: "Had a job or an opportunity that was ever booked, also when cancelled later"}
  - {name: total_closed, type: integer, unit: people, meaning: "Had a job or an opportunity that was closed"}
  - {name: total_lost, type: integer, unit: people, meaning: "Never booked, and lost or bad in at least one row"}
  - {name: total_open, type: integer, unit: people, meaning: "Never booked, and neither lost nor bad"}
  - {name: lead_to_quote_rate, type: percent, meaning: "total_quoted / total_leads"}
  - {name: quote_to_booking_rate, type: percent, meaning: "total_booked / total_quoted"}
  - {name: booking_to_closed_rate, type: percent, meaning: "total_closed / total_booked"}
  - {name: overall_conversion_rate, type: percent, meaning: "total_closed / total_leads"}
caveats:
  - total_leads = total_booked + total_lost + total_open, and every stage holds the next one.
*/
-- Stages: 1 lead, 2 quoted, 3 booked, 4 closed. What was cancelled had been booked.
with journey_rows (customer_id, lone_key, lead_day, stage, is_lost) as not materialized (
  select
    customer_id,
    quote_number,
    (received_at at time zone :time_zone)::date,
    case
      when status_group = 'closed' then 4
      when status_group in ('booked', 'cancelled') then 3
      when quote_sent_at is not null or (status_group = 'open' and status ilike any (array['quoted%', 'pending%'])) then 2
      else 1
    end,
    status_group in ('lost', 'bad')
  from catalogue.lead_facts
  where business_id = :business_id
  union all
  select customer_id, quote_number, (received_at at time zone :time_zone)::date, case when amount > 0 then 2 else 1 end, true
  from catalogue.lost_lead_facts
  where business_id = :business_id
  union all
  select
    bad_leads.customer_id, coalesce(leads.quote_number, bad_leads.id::text),
    bad_leads.date_lead_received, 1, true
  from catalogue.bad_lead_facts as bad_leads
  left join catalogue.lead_facts as leads on leads.business_id = :business_id and leads.id = bad_leads.lead_status_id
  where bad_leads.business_id = :business_id
  union all
  select customer_id, quote_number, booked_date, case when status_group = 'closed' then 4 else 3 end, false
  from catalogue.opportunity_facts
  where business_id = :business_id
  union all
  select
    customer_id,
    coalesce(quote_number, id::text),
    (quoted_at at time zone :time_zone)::date,
    case
      when status = 'CLOSED' then 4
      when status in ('BOOKED', 'CANCELLED') or booked_at is not null then 3
      else 2
    end,
    coalesce(status = 'LOST', false)
  from catalogue.job_facts
  where business_id = :business_id
),

people as (
  select max(journey_rows.stage) as stage, bool_or(journey_rows.is_lost) as is_lost
  from journey_rows
  where journey_rows.customer_id is not null
    and (
      (:date_from is null and :date_to is null)
      or journey_rows.customer_id in (
        select id
        from customers.customers
        where business_id = :business_id
          and first_lead_date >= coalesce(:date_from, date '-infinity')
          and first_lead_date < coalesce(:date_to, date 'infinity')
      )
    )
  group by journey_rows.customer_id
  union all
  select max(stage), bool_or(is_lost)
  from journey_rows
  where customer_id is null
  group by lone_key
  having (:date_from is null or min(lead_day) >= :date_from)
    and (:date_to is null or min(lead_day) < :date_to)
),

counted as (
  select
    count(*) as leads,
    count(*) filter (where stage >= 2) as quoted,
    count(*) filter (where stage >= 3) as booked,
    count(*) filter (where stage = 4) as closed,
    count(*) filter (where stage < 3 and is_lost) as lost
  from people
)

select
  'people' as metric_type,
  leads as total_leads,
  quoted as total_quoted,
  booked as total_booked,
  closed as total_closed,
  lost as total_lost,
  leads - booked - lost as total_open,
  round(100.0 * quoted / nullif(leads, 0), 2) as lead_to_quote_rate,
  round(100.0 * booked / nullif(quoted, 0), 2) as quote_to_booking_rate,
  round(100.0 * closed / nullif(booked, 0), 2) as booking_to_closed_rate,
  round(100.0 * closed / nullif(leads, 0), 2) as overall_conversion_rate
from counted

/*
id: gender_conversion_rates
question: How do leads and jobs of people of each gender convert?
theme: demographics
grain: one row per gender
definition: >-
  Leads of the pool, bad leads, lost leads and jobs of customers, by gender, each table added up
  by itself. A lead is converted when it stands booked or closed.
dateBasis: "each table by its own day: lead day (in the time zone asked for), booking day, service day, day of the loss"
receipt: all_tables
rows:
  only: [is_no_opportunity, has_customer]
  measures:
    converted_leads: count where is_won
    lead_conversion_rate: percent won_leads of total_leads
    job_booking_rate: percent sold_jobs of total_jobs
    booking_to_closed_rate: percent closed_jobs of sold_jobs
chart: {type: table}
parameters: [date_from, date_to, time_zone]
columns:
  - {name: gender, type: text, meaning: "MALE, FEMALE or UNCERTAIN; empty when not known"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: converted_leads, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: bad_leads, type: integer, unit: leads, meaning: "Bad leads"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Lost leads"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: lead_conversion_rate, type: percent, meaning: "converted / leads"}
  - {name: job_booking_rate, type: percent, meaning: "(booked + closed) / jobs"}
  - {name: booking_to_closed_rate, type: percent, meaning: "closed / (booked + closed)"}
caveats:
  - Gender is what the files say; nothing guesses it, so most customers may stand in the empty row.
  - Rows without a customer have no gender and are left out.
*/
with genders as (
  select id as customer_id, gender
  from customers.customers
  where business_id = :business_id
    and is_primary_record
),

stacked as (
  select customer_id, 1 as leads, is_won::integer as won, 0 as bad, 0 as lost, null::text as job_status
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
  union all
  select customer_id, 0, 0, 1, 0, null
  from catalogue.bad_lead_facts
  where business_id = :business_id
    and (:date_from is null or date_lead_received >= :date_from)
    and (:date_to is null or date_lead_received < :date_to)
  union all
  select customer_id, 0, 0, 0, 1, null
  from catalogue.lost_lead_facts
  where business_id = :business_id
    and (:date_from is null or lost_date >= :date_from)
    and (:date_to is null or lost_date < :date_to)
  union all
  select customer_id, 0, 0, 0, 0, coalesce(status, '')
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
),

summed as (
  select
    genders.gender, sum(leads)::bigint as leads, sum(won)::bigint as won, sum(bad)::bigint as bad, sum(lost)::bigint as lost, count(job_status) as jobs,
    count(*) filter (where job_status = 'BOOKED') as booked, count(*) filter (where job_status = 'CLOSED') as closed,
    count(*) filter (where job_status = 'LOST') as lost_jobs, count(*) filter (where job_status = 'QUOTED') as quoted
  from stacked
  join genders on genders.customer_id = stacked.customer_id
  group by 1
)

select
  gender, leads as total_leads, won as converted_leads, bad as bad_leads, lost as lost_leads, jobs as total_jobs, booked as booked_jobs, closed as closed_jobs,
  lost_jobs, quoted as quoted_jobs,
  round(100.0 * won / nullif(leads, 0), 2) as lead_conversion_rate,
  round(100.0 * (booked + closed) / nullif(jobs, 0), 2) as job_booking_rate,
  round(100.0 * closed / nullif(booked + closed, 0), 2) as booking_to_closed_rate
from summed
order by total_jobs desc, gender

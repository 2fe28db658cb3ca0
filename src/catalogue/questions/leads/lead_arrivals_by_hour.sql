/*
id: lead_arrivals_by_hour
question: When do leads come in, and are we there to call them?
theme: leads
grain: one row per weekday and hour
definition: >-
  Leads of the pool by the weekday and hour they came, in the time zone asked for, with the median
  time to the first contact of those that have one.
dateBasis: lead moment (in the time zone asked for)
receipt: leads
rows: {only: [is_dated], measures: {median_minutes: median response_minutes, won_percent: percent won_leads of total_leads}}
chart: {type: bar, x: hour, y: [total_leads], series: weekday}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, status of leads, currency]
columns:
  - {name: weekday_number, type: integer, meaning: "1 Monday to 7 Sunday"}
  - {name: weekday, type: text, meaning: "Its name"}
  - {name: hour, type: integer, meaning: "0 to 23: the hour that begins then"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: leads_with_a_time, type: integer, unit: leads, meaning: "The report gives a time to contact"}
  - {name: median_minutes, type: number, unit: minutes, meaning: "Half are called faster"}
  - {name: won_leads, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: won_percent, type: percent, meaning: "won / leads"}
caveats:
  - An hour without leads has no row.
*/
with leads as (
  select *, received_at at time zone :time_zone as lead_moment
  from catalogue.lead_facts
  where business_id = :business_id
    and received_at is not null
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status_group = :status)
    and (:currency is null or currency = :currency)
)

select
  extract(isodow from lead_moment)::integer as weekday_number,
  to_char(lead_moment, 'FMDay') as weekday,
  extract(hour from lead_moment)::integer as hour,
  count(*) as total_leads,
  count(response_minutes) as leads_with_a_time,
  round(percentile_cont(0.5) within group (order by response_minutes)::numeric, 2) as median_minutes,
  count(*) filter (where is_won) as won_leads,
  round(100.0 * count(*) filter (where is_won) / count(*), 2) as won_percent
from leads
group by 1, 2, 3
order by weekday_number, hour

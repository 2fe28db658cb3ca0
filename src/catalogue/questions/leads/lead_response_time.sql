/*
id: lead_response_time
question: How fast is each lead called?
theme: leads
grain: one row per lead
definition: >-
  Leads of the pool with the time to first contact that the report gives.
dateBasis: lead day (in the time zone asked for), when days are asked for
receipt: leads
rows:
  measures: {minutes_to_contact: sum response_minutes}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - time_zone
  - branch
  - sales_person
  - lead_source
  - status of leads
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many leads"}
columns:
  - {name: quote_number, type: text, meaning: "Quote number of the lead"}
  - {name: time_to_contact, type: text, meaning: "As the report writes it"}
  - {name: minutes_to_contact, type: integer, unit: minutes, meaning: "The same read as minutes; empty when it gives none"}
  - {name: response_category, type: text, meaning: "Immediate, Fast, Moderate, Slow, Very Slow or Unknown"}
caveats:
  - Negative times (a call before the lead) count as immediate.
  - The slowest first.
*/
with leads as (
  select *
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status_group = :status)
    and (:currency is null or currency = :currency)
)

select
  quote_number,
  time_to_contact,
  response_minutes as minutes_to_contact,
  case
    when response_minutes is null then 'Unknown' when response_minutes <= 15 then 'Immediate (0-15 min)' when response_minutes <= 60 then 'Fast (15-60 min)'
    when response_minutes <= 240 then 'Moderate (1-4 hours)' when response_minutes <= 1440 then 'Slow (4-24 hours)' else 'Very Slow (>24 hours)'
  end as response_category
from leads
order by response_minutes desc nulls last, quote_number
limit :limit

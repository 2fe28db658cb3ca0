/*
id: lost_leads_analysis
question: Which leads did we lose, and after how many days?
theme: leads
grain: one row per lost lead
definition: >-
  Lost leads with the days from receipt to loss, both as days of the branch.
dateBasis: day of the loss, when days are asked for
receipt: lost_leads
rows:
  measures: {estimated_amount: sum amount}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many leads"}
columns:
  - {name: quote_number, type: text, meaning: "Quote number"}
  - {name: name, type: text, meaning: "Name in the report"}
  - {name: lost_date, type: date, meaning: "Day of the loss"}
  - {name: move_date, type: date, meaning: "Wished day of the move"}
  - {name: reason, type: text, meaning: "Why it was lost, or (no reason)"}
  - {name: date_received, type: instant, meaning: "When the lead came"}
  - {name: time_to_first_contact, type: text, meaning: "As the report writes it"}
  - {name: days_to_lost, type: integer, unit: days, meaning: "From lead day to loss"}
  - {name: estimated_amount, type: money, meaning: "Quoted amount"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
caveats:
  - The column days_to_lost_numeric of the documents is the same number and is gone.
*/
with lost as (
  select *
  from catalogue.lost_lead_facts
  where business_id = :business_id
    and (:date_from is null or lost_date >= :date_from)
    and (:date_to is null or lost_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  quote_number,
  name,
  lost_date,
  move_date,
  reason,
  received_at as date_received,
  time_to_first_contact,
  lost_date - (received_at at time zone time_zone)::date as days_to_lost,
  amount as estimated_amount,
  currency
from lost
order by lost_date desc nulls last, quote_number
limit :limit

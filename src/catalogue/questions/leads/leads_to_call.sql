/*
id: leads_to_call
question: Which open leads should we call now?
theme: leads
grain: one row per open lead
definition: >-
  Leads of the pool that stand open, those nobody has called first, then by the money in them.
  Waiting is whole days from the lead day to the day that counts as today.
dateBasis: lead day (in the time zone asked for), up to the day that counts as today
receipt: pool_as_it_was
rows: {only: [is_open]}
chart: {type: table}
parameters: [as_of, time_zone, branch, sales_person, lead_source, currency, limit]
columns:
  - {name: quote_number, type: text, meaning: "Quote number of the lead"}
  - {name: was_called, type: boolean, meaning: "The report gives a time to contact"}
  - {name: received_at, type: instant, meaning: "When it came"}
  - {name: waiting_days, type: integer, unit: days, meaning: "Since the lead day"}
  - {name: service_date, type: date, meaning: "When they want to move"}
  - {name: days_to_move, type: integer, unit: days, meaning: "Until then; negative when it is over"}
  - {name: lead_source_name, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: estimated_amount, type: money, meaning: "Estimated revenue of the lead"}
caveats:
  - Statuses are those of the last import, whatever day is asked for.
*/
with leads as (
  select *, :as_of - (received_at at time zone :time_zone)::date as waiting_days
  from catalogue.lead_facts
  where business_id = :business_id
    and status_group = 'open'
    and (received_at at time zone :time_zone)::date <= :as_of
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  quote_number,
  response_minutes is not null as was_called,
  received_at,
  waiting_days,
  service_date,
  service_date - :as_of as days_to_move,
  lead_source_name,
  branch_name,
  sales_person_name,
  currency,
  estimated_revenue as estimated_amount
from leads
order by was_called, estimated_amount desc nulls last, waiting_days, quote_number
limit :limit

/*
id: open_quotes_to_chase
question: Which open quotes should we chase first?
theme: sales
grain: one row per open quote
definition: >-
  Jobs that stand quoted, the largest first, with whom to call. The age is whole days from the quote
  to the day that counts as today.
dateBasis: day of the quote, in the zone of the branch
receipt: open_quotes
rows: {keys: {job_number: job_number}}
chart: {type: table}
parameters: [as_of, branch, sales_person, lead_source, currency, limit]
columns:
  - {name: job_number, type: text, meaning: "Number of the job"}
  - {name: customer_name, type: text, meaning: "Name of the customer; empty when not known"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: quote_day, type: date, meaning: "When it was quoted"}
  - {name: age_days, type: integer, unit: days, meaning: "Since then"}
  - {name: job_date, type: date, meaning: "When they want to move"}
  - {name: days_to_move, type: integer, unit: days, meaning: "Until then; negative when it is over"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: quoted_amount, type: money, meaning: "Quoted price"}
caveats:
  - Quotes whose day of the move is over stand last.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and status = 'QUOTED'
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  jobs.job_number,
  customers.name as customer_name,
  customers.phone,
  customers.email,
  jobs.sales_person_name,
  jobs.branch_name,
  (jobs.quoted_at at time zone jobs.time_zone)::date as quote_day,
  :as_of - (jobs.quoted_at at time zone jobs.time_zone)::date as age_days,
  jobs.job_date,
  jobs.job_date - :as_of as days_to_move,
  jobs.currency,
  jobs.worth as quoted_amount
from jobs
left join customers.customers as customers on customers.business_id = :business_id and customers.id = jobs.customer_id
order by jobs.job_date < :as_of, jobs.worth desc nulls last, jobs.job_number, jobs.id
limit :limit

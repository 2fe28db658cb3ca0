/*
id: overdue_bookings
question: Which moves are over and still stand booked?
theme: operational
grain: one row per job
definition: >-
  Jobs that stand booked although their service day is before the day that counts as today: either
  they were not closed in the CRM, or they never took place. The largest first.
dateBasis: service day (jobs.job_date)
receipt: overdue_jobs
chart: {type: table}
parameters: [as_of, branch, sales_person, lead_source, currency, limit]
columns:
  - {name: job_number, type: text, meaning: "Number of the job"}
  - {name: customer_name, type: text, meaning: "Name of the customer; empty when not known"}
  - {name: job_date, type: date, meaning: "Service day"}
  - {name: days_over, type: integer, unit: days, meaning: "Since then"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: booked_amount, type: money, meaning: "Actual total, else the estimated one"}
  - {name: has_actual_amount, type: boolean, meaning: "There is an actual total: it probably took place"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and status = 'BOOKED'
    and job_date < :as_of
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  jobs.job_number,
  customers.name as customer_name,
  jobs.job_date,
  :as_of - jobs.job_date as days_over,
  jobs.branch_name,
  jobs.sales_person_name,
  jobs.currency,
  jobs.worth as booked_amount,
  jobs.actual is not null as has_actual_amount
from jobs
left join customers.customers as customers on customers.business_id = :business_id and customers.id = jobs.customer_id
order by jobs.worth desc nulls last, jobs.job_date, jobs.job_number, jobs.id
limit :limit

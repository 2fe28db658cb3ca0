/*
id: data_quality_metrics
question: How complete are jobs and customers?
theme: data_quality
grain: one row per table
definition: >-
  Jobs and customers and how many carry the key fields of their table. Duplicate jobs do not
  count.
dateBasis: service day (jobs.job_date), when days are asked for
chart: {type: table}
parameters: [date_from, date_to]
columns:
  - {name: table_name, type: text, meaning: "jobs or customers"}
  - {name: total_records, type: integer, unit: rows, meaning: "Rows"}
  - {name: records_with_customer_id, type: integer, unit: rows, meaning: "Jobs with a customer"}
  - {name: records_with_job_date, type: integer, unit: rows, meaning: "Jobs with a service day"}
  - {name: records_with_branch_name, type: integer, unit: rows, meaning: "Jobs with a branch"}
  - {name: records_with_sales_person, type: integer, unit: rows, meaning: "Jobs with a sales person"}
  - {name: records_with_estimated_cost, type: integer, unit: rows, meaning: "Jobs with a quote"}
  - {name: records_with_actual_cost, type: integer, unit: rows, meaning: "Jobs with a charged total"}
  - {name: records_with_email, type: integer, unit: rows, meaning: "Customers with an e-mail"}
  - {name: records_with_phone, type: integer, unit: rows, meaning: "Customers with a phone"}
  - {name: customer_id_completeness, type: percent, meaning: "Share of jobs"}
  - {name: job_date_completeness, type: percent, meaning: "Share of jobs"}
  - {name: email_completeness, type: percent, meaning: "Share of customers"}
  - {name: phone_completeness, type: percent, meaning: "Share of customers"}
caveats:
  - The documents show e-mail and phone of customers under column names of jobs; here they have their own.
*/
with jobs as (
  select
    'jobs' as table_name, count(*) as total_records, count(customer_id) as with_customer, count(job_date) as with_date, count(branch_name) as with_branch,
    count(sales_person_name) as with_sales_person, count(total_estimated_cost) as with_estimate, count(total_actual_cost) as with_actual,
    null::bigint as with_email, null::bigint as with_phone
  from journey.jobs
  where business_id = :business_id
    and not is_duplicate
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
),

people as (
  select
    'customers' as table_name, count(*) as total_records, null::bigint as with_customer, null::bigint as with_date, null::bigint as with_branch,
    null::bigint as with_sales_person, null::bigint as with_estimate, null::bigint as with_actual, count(email) as with_email, count(phone) as with_phone
  from customers.customers
  where business_id = :business_id
    and is_primary_record
),

tables as (
  select * from jobs
  union all
  select * from people
)

select
  table_name,
  total_records,
  with_customer as records_with_customer_id,
  with_date as records_with_job_date,
  with_branch as records_with_branch_name,
  with_sales_person as records_with_sales_person,
  with_estimate as records_with_estimated_cost,
  with_actual as records_with_actual_cost,
  with_email as records_with_email,
  with_phone as records_with_phone,
  round(100.0 * with_customer / nullif(total_records, 0), 2) as customer_id_completeness,
  round(100.0 * with_date / nullif(total_records, 0), 2) as job_date_completeness,
  round(100.0 * with_email / nullif(total_records, 0), 2) as email_completeness,
  round(100.0 * with_phone / nullif(total_records, 0), 2) as phone_completeness
from tables
where total_records > 0
order by table_name desc

/*
keys:
  - [table_name]
measures:
  total_records: count
  records_with_customer_id: count where has_customer_id
  records_with_job_date: count where has_job_date
  records_with_branch_name: count where has_branch_name
  records_with_sales_person: count where has_sales_person
  records_with_estimated_cost: count where has_estimated_cost
  records_with_actual_cost: count where has_actual_cost
  records_with_email: count where has_email
  records_with_phone: count where has_phone
*/
-- Rows of data_quality_metrics: jobs by service day and all customers.
select
  'job' as source, id, coalesce(job_number, job_id) as reference, customer_id, job_date as day, null::text as currency, opportunity_status as status,
  'jobs' as table_name, customer_id is not null as has_customer_id, job_date is not null as has_job_date, branch_name is not null as has_branch_name, sales_person_name is not null as has_sales_person, total_estimated_cost is not null as has_estimated_cost, total_actual_cost is not null as has_actual_cost,
  false as has_email, false as has_phone, batch_id, file_id, line
from journey.jobs
where business_id = :business_id
  and not is_duplicate
  and (:date_from is null or job_date >= :date_from)
  and (:date_to is null or job_date < :date_to)
union all
select
  'customer', id, name, id, first_lead_date, null, null,
  'customers', false, false, false, false, false, false, email is not null, phone is not null, null, null, null
from customers.customers
where business_id = :business_id
  and is_primary_record

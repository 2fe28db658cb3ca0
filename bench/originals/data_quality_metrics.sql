-- data_quality_metrics as the reference system has it, with its defects: a transcription for comparing speed.
select 'jobs' as table_name, count(*) as total_records, count(customer_id) as records_with_customer_id, count(job_date) as records_with_job_date, count(branch_name) as records_with_branch_name, count(sales_person_name) as records_with_sales_person,
  count(total_estimated_cost) as records_with_estimated_cost, count(total_actual_cost) as records_with_actual_cost, round(100.0 * count(customer_id) / nullif(count(*), 0), 2) as customer_id_completeness, round(100.0 * count(job_date) / nullif(count(*), 0), 2) as job_date_completeness
from journey.jobs
where is_duplicate = false
union all
select 'customers', count(*), count(id), count(created_at), count(email), count(phone), count(origin_city), count(destination_city), round(100.0 * count(email) / nullif(count(*), 0), 2), round(100.0 * count(phone) / nullif(count(*), 0), 2)
from journey.customers

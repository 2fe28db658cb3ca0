-- job_data_completeness as the reference system has it, with its defects: a transcription for comparing speed.
select
  count(*) as total_jobs,
  count(customer_id) as jobs_with_customer_id,
  count(job_date) as jobs_with_job_date,
  count(branch_name) as jobs_with_branch_name,
  count(sales_person_name) as jobs_with_sales_person,
  count(job_type) as jobs_with_job_type,
  count(opportunity_status) as jobs_with_status,
  count(total_estimated_cost) as jobs_with_estimated_cost,
  count(total_actual_cost) as jobs_with_actual_cost,
  count(origin_city) as jobs_with_origin_city,
  count(destination_city) as jobs_with_destination_city,
  count(referral_source) as jobs_with_referral_source,
  round(100.0 * count(customer_id) / nullif(count(*), 0), 2) as customer_id_completeness_percent,
  round(100.0 * count(job_date) / nullif(count(*), 0), 2) as job_date_completeness_percent,
  round(100.0 * count(branch_name) / nullif(count(*), 0), 2) as branch_name_completeness_percent,
  round(100.0 * count(sales_person_name) / nullif(count(*), 0), 2) as sales_person_completeness_percent,
  round(100.0 * count(total_estimated_cost) / nullif(count(*), 0), 2) as estimated_cost_completeness_percent,
  round(100.0 * count(total_actual_cost) / nullif(count(*), 0), 2) as actual_cost_completeness_percent
from journey.jobs
where is_duplicate = false

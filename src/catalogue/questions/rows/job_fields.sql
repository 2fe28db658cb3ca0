/*
measures:
  total_jobs: count
  jobs_with_customer_id: count where has_customer_id
  jobs_with_job_date: count where has_job_date
  jobs_with_branch_name: count where has_branch_name
  jobs_with_sales_person: count where has_sales_person
  jobs_with_job_type: count where has_job_type
  jobs_with_status: count where has_status
  jobs_with_estimated_cost: count where has_estimated_cost
  jobs_with_actual_cost: count where has_actual_cost
  jobs_with_origin_city: count where has_origin_city
  jobs_with_destination_city: count where has_destination_city
  jobs_with_referral_source: count where has_referral_source
  customer_id_completeness_percent: percent jobs_with_customer_id of total_jobs
  job_date_completeness_percent: percent jobs_with_job_date of total_jobs
  branch_name_completeness_percent: percent jobs_with_branch_name of total_jobs
  sales_person_completeness_percent: percent jobs_with_sales_person of total_jobs
  estimated_cost_completeness_percent: percent jobs_with_estimated_cost of total_jobs
  actual_cost_completeness_percent: percent jobs_with_actual_cost of total_jobs
*/
-- Rows of questions about which fields of jobs are filled in.
select
  'job' as source,
  jobs.id,
  coalesce(jobs.job_number, jobs.job_id) as reference,
  jobs.customer_id,
  jobs.job_date as day,
  null::text as currency,
  jobs.opportunity_status as status,
  nullif(jobs.customer_id::text, '') is not null as has_customer_id,
  nullif(jobs.job_date::text, '') is not null as has_job_date,
  nullif(jobs.branch_name::text, '') is not null as has_branch_name,
  nullif(jobs.sales_person_name::text, '') is not null as has_sales_person,
  nullif(jobs.job_type::text, '') is not null as has_job_type,
  nullif(jobs.opportunity_status::text, '') is not null as has_status,
  nullif(jobs.total_estimated_cost::text, '') is not null as has_estimated_cost,
  nullif(jobs.total_actual_cost::text, '') is not null as has_actual_cost,
  nullif(jobs.origin_city::text, '') is not null as has_origin_city,
  nullif(jobs.destination_city::text, '') is not null as has_destination_city,
  nullif(jobs.referral_source::text, '') is not null as has_referral_source,
  jobs.batch_id,
  jobs.file_id,
  jobs.line
from journey.jobs as jobs
where jobs.business_id = :business_id
  and not jobs.is_duplicate
  and (:date_from is null or jobs.job_date >= :date_from)
  and (:date_to is null or jobs.job_date < :date_to)
  and (:branch is null or jobs.branch_id = :branch)

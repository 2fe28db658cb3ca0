/*
keys:
  - [id, job_id, customer_id, currency, opportunity_status, branch_name, sales_person_name, month]
measures:
  total_jobs: count
  duplicate_jobs: count where is_duplicate
  duplicate_count: count where is_duplicate
  unique_customers: distinct customer_id
  duplicate_value: sum worth
  non_duplicate_jobs: count where is_single
  duplicate_rate_percent: percent duplicate_jobs of total_jobs
  non_duplicate_rate_percent: percent non_duplicate_jobs of total_jobs
*/
-- Rows of questions about all jobs, duplicates among them.
select
  'job' as source,
  jobs.id,
  jobs.job_id,
  coalesce(jobs.job_number, jobs.job_id) as reference,
  jobs.customer_id,
  jobs.job_date as day,
  coalesce(branches.currency, businesses.currency)::text as currency,
  jobs.opportunity_status as status,
  jobs.opportunity_status,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  date_trunc('month', jobs.job_date::timestamp)::date as month,
  coalesce(jobs.total_actual_cost, jobs.total_estimated_cost) as worth,
  jobs.is_duplicate,
  not jobs.is_duplicate as is_single,
  jobs.batch_id,
  jobs.file_id,
  jobs.line
from journey.jobs as jobs
join tenancy.businesses as businesses on businesses.id = :business_id
left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = jobs.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = :business_id and sales_persons.id = jobs.sales_person_id
where jobs.business_id = :business_id
  and (:date_from is null or jobs.job_date >= :date_from)
  and (:date_to is null or jobs.job_date < :date_to)
  and (:branch is null or jobs.branch_id = :branch)
  and (:sales_person is null or jobs.sales_person_id = :sales_person)
  and (:status is null or jobs.opportunity_status = :status)
  and (
    :lead_source is null
    or trim(jobs.referral_source) in (select spelling from journey.lead_source_spellings where business_id = :business_id and lead_source_id = :lead_source)
  )
  and (:currency is null or coalesce(branches.currency, businesses.currency) = :currency)

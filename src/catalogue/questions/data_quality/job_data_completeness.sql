/*
id: job_data_completeness
question: How complete are our jobs?
theme: data_quality
grain: one row
definition: >-
  Jobs that carry each field. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  set: job_fields
chart: {type: table}
parameters: [date_from, date_to, branch]
columns:
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: jobs_with_customer_id, type: integer, unit: jobs, meaning: "With customer_id"}
  - {name: jobs_with_job_date, type: integer, unit: jobs, meaning: "With job_date"}
  - {name: jobs_with_branch_name, type: integer, unit: jobs, meaning: "With branch_name"}
  - {name: jobs_with_sales_person, type: integer, unit: jobs, meaning: "With sales_person_name"}
  - {name: jobs_with_job_type, type: integer, unit: jobs, meaning: "With job_type"}
  - {name: jobs_with_status, type: integer, unit: jobs, meaning: "With opportunity_status"}
  - {name: jobs_with_estimated_cost, type: integer, unit: jobs, meaning: "With total_estimated_cost"}
  - {name: jobs_with_actual_cost, type: integer, unit: jobs, meaning: "With total_actual_cost"}
  - {name: jobs_with_origin_city, type: integer, unit: jobs, meaning: "With origin_city"}
  - {name: jobs_with_destination_city, type: integer, unit: jobs, meaning: "With destination_city"}
  - {name: jobs_with_referral_source, type: integer, unit: jobs, meaning: "With referral_source"}
  - {name: customer_id_completeness_percent, type: percent, meaning: "Share of all jobs"}
  - {name: job_date_completeness_percent, type: percent, meaning: "Share of all jobs"}
  - {name: branch_name_completeness_percent, type: percent, meaning: "Share of all jobs"}
  - {name: sales_person_completeness_percent, type: percent, meaning: "Share of all jobs"}
  - {name: estimated_cost_completeness_percent, type: percent, meaning: "Share of all jobs"}
  - {name: actual_cost_completeness_percent, type: percent, meaning: "Share of all jobs"}
*/
with jobs as (
  select *
  from journey.jobs
  where business_id = :business_id
    and not is_duplicate
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
),

counted as (
  select
    count(*) as total_jobs,
    count(nullif(customer_id::text, '')) as jobs_with_customer_id,
    count(nullif(job_date::text, '')) as jobs_with_job_date,
    count(nullif(branch_name::text, '')) as jobs_with_branch_name,
    count(nullif(sales_person_name::text, '')) as jobs_with_sales_person,
    count(nullif(job_type::text, '')) as jobs_with_job_type,
    count(nullif(opportunity_status::text, '')) as jobs_with_status,
    count(nullif(total_estimated_cost::text, '')) as jobs_with_estimated_cost,
    count(nullif(total_actual_cost::text, '')) as jobs_with_actual_cost,
    count(nullif(origin_city::text, '')) as jobs_with_origin_city,
    count(nullif(destination_city::text, '')) as jobs_with_destination_city,
    count(nullif(referral_source::text, '')) as jobs_with_referral_source
  from jobs
)

select
  total_jobs,
  jobs_with_customer_id,
  jobs_with_job_date,
  jobs_with_branch_name,
  jobs_with_sales_person,
  jobs_with_job_type,
  jobs_with_status,
  jobs_with_estimated_cost,
  jobs_with_actual_cost,
  jobs_with_origin_city,
  jobs_with_destination_city,
  jobs_with_referral_source,
  round(100.0 * jobs_with_customer_id / nullif(total_jobs, 0), 2) as customer_id_completeness_percent,
  round(100.0 * jobs_with_job_date / nullif(total_jobs, 0), 2) as job_date_completeness_percent,
  round(100.0 * jobs_with_branch_name / nullif(total_jobs, 0), 2) as branch_name_completeness_percent,
  round(100.0 * jobs_with_sales_person / nullif(total_jobs, 0), 2) as sales_person_completeness_percent,
  round(100.0 * jobs_with_estimated_cost / nullif(total_jobs, 0), 2) as estimated_cost_completeness_percent,
  round(100.0 * jobs_with_actual_cost / nullif(total_jobs, 0), 2) as actual_cost_completeness_percent
from counted
where total_jobs > 0

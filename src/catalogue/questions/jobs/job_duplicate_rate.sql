/*
id: job_duplicate_rate
question: How many jobs are marked as duplicates?
theme: jobs
grain: one row
definition: >-
  All jobs, duplicates among them.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: all_jobs
chart: {type: tile, y: [duplicate_rate_percent]}
parameters: [date_from, date_to, branch, sales_person, lead_source]
columns:
  - {name: duplicate_jobs, type: integer, unit: jobs, meaning: "Marked as duplicates"}
  - {name: non_duplicate_jobs, type: integer, unit: jobs, meaning: "Not marked"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "All"}
  - {name: duplicate_rate_percent, type: percent, meaning: "duplicate_jobs / all"}
  - {name: non_duplicate_rate_percent, type: percent, meaning: "The rest"}
*/
with jobs as (
  select is_duplicate, count(*) as row_count
  from journey.jobs
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or trim(referral_source) in (select spelling from journey.lead_source_spellings where business_id = :business_id and lead_source_id = :lead_source))
  group by 1
),

counted as (
  select
    coalesce(sum(row_count) filter (where is_duplicate), 0)::bigint as duplicate_jobs,
    coalesce(sum(row_count) filter (where not is_duplicate), 0)::bigint as non_duplicate_jobs
  from jobs
)

select
  duplicate_jobs,
  non_duplicate_jobs,
  duplicate_jobs + non_duplicate_jobs as total_jobs,
  round(100.0 * duplicate_jobs / nullif(duplicate_jobs + non_duplicate_jobs, 0), 2) as duplicate_rate_percent,
  round(100.0 * non_duplicate_jobs / nullif(duplicate_jobs + non_duplicate_jobs, 0), 2) as non_duplicate_rate_percent
from counted

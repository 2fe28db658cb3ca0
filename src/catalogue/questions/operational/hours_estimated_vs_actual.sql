/*
id: hours_estimated_vs_actual
question: Do our moves take as long as we say?
theme: operational
grain: one row per kind of move, branch and currency
definition: >-
  Booked and closed jobs that have estimated and actual hours, both from the export of all jobs.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
chart: {type: bar, x: job_type, y: [difference_percent], series: branch_name}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: jobs_with_both, type: integer, unit: jobs, meaning: "Of these with both hours"}
  - {name: estimated_hours, type: number, unit: hours, meaning: "Of these"}
  - {name: actual_hours, type: number, unit: hours, meaning: "Of these"}
  - {name: difference_percent, type: number, unit: "%", meaning: "(actual - estimated) / estimated"}
  - {name: over_by_a_quarter, type: integer, unit: jobs, meaning: "Took more than 1.25 times the estimate"}
  - {name: over_percent, type: percent, meaning: "Of jobs with both hours"}
caveats:
  - Where the export has no hours the figures are empty, not zero.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

timed as (
  select
    jobs.job_type,
    jobs.branch_name,
    jobs.currency,
    case when jobs.hours > 0 and details.total_estimated_time_hours > 0 then details.total_estimated_time_hours end as estimated,
    case when jobs.hours > 0 and details.total_estimated_time_hours > 0 then jobs.hours end as actual
  from jobs
  join journey.jobs as details on details.business_id = :business_id and details.id = jobs.id
)

select
  job_type,
  branch_name,
  currency,
  count(*) as sold_jobs,
  count(estimated) as jobs_with_both,
  sum(estimated) as estimated_hours,
  sum(actual) as actual_hours,
  round(100 * (sum(actual) - sum(estimated)) / nullif(sum(estimated), 0), 2) as difference_percent,
  count(*) filter (where actual > 1.25 * estimated) as over_by_a_quarter,
  round(100.0 * count(*) filter (where actual > 1.25 * estimated) / nullif(count(estimated), 0), 2) as over_percent
from timed
group by 1, 2, 3
order by currency, sold_jobs desc, job_type, branch_name

/*
id: job_ratings
question: How content are customers, by branch and sales person?
theme: operational
grain: one row per branch, sales person and currency
definition: >-
  Booked and closed jobs that carry a rating, on the scale of the CRM.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
chart: {type: bar, x: branch_name, y: [mean_rating]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: rated_jobs, type: integer, unit: jobs, meaning: "Of these with a rating"}
  - {name: rated_percent, type: percent, meaning: "rated / sold"}
  - {name: mean_rating, type: number, meaning: "Mean of the ratings"}
  - {name: lowest_rating, type: number, meaning: "The worst of them"}
  - {name: over_estimate_rating, type: number, meaning: "Mean of jobs billed more than 10 % above the estimate"}
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
)

select
  jobs.branch_name,
  jobs.sales_person_name,
  jobs.currency,
  count(*) as sold_jobs,
  count(details.job_rating) as rated_jobs,
  round(100.0 * count(details.job_rating) / count(*), 2) as rated_percent,
  round(avg(details.job_rating), 2) as mean_rating,
  min(details.job_rating) as lowest_rating,
  round(avg(details.job_rating) filter (where jobs.actual > 1.1 * jobs.estimated), 2) as over_estimate_rating
from jobs
join journey.jobs as details on details.business_id = :business_id and details.id = jobs.id
group by jobs.branch_id, jobs.sales_person_id, 1, 2, 3
order by jobs.currency, rated_jobs desc, jobs.branch_name, jobs.sales_person_name

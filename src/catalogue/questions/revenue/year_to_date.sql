/*
id: year_to_date
question: Are we ahead of last year?
theme: revenue
grain: one row per branch and currency
definition: >-
  Revenue from the first day of the fiscal year to the day before the one that counts as today,
  against the same days of the fiscal year before.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {only: [is_compared], measures: {sold_jobs: null, revenue: null}}
chart: {type: bar, x: branch_name, y: [revenue, last_year_revenue], series: currency}
parameters: [as_of, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: fiscal_year, type: integer, meaning: "The fiscal year of the day, called by the year it ends in"}
  - {name: first_day, type: date, meaning: "It began on this day"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs of this year so far"}
  - {name: revenue, type: money, meaning: "Of these"}
  - {name: last_year_jobs, type: integer, unit: jobs, meaning: "Of the same days of the year before"}
  - {name: last_year_revenue, type: money, meaning: "Of these"}
  - {name: change_percent, type: number, unit: "%", meaning: "Against them; empty when there was nothing"}
  - {name: last_year_whole_revenue, type: money, meaning: "Of the whole fiscal year before"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

years as (
  select
    catalogue.fiscal_year(:as_of, fiscal_year_start_month) as fiscal_year,
    catalogue.period_start(:as_of, 'year', week_start, fiscal_year_start_month) as first_day
  from tenancy.businesses
  where id = :business_id
),

summed as (
  select
    jobs.branch_name,
    jobs.currency,
    years.fiscal_year,
    years.first_day,
    count(*) filter (where jobs.job_date >= years.first_day and jobs.job_date < :as_of) as sold_jobs,
    coalesce(sum(jobs.revenue) filter (where jobs.job_date >= years.first_day and jobs.job_date < :as_of), 0) as revenue,
    count(*) filter (where jobs.job_date < :as_of - interval '1 year') as last_year_jobs,
    coalesce(sum(jobs.revenue) filter (where jobs.job_date < :as_of - interval '1 year'), 0) as last_year_revenue,
    coalesce(sum(jobs.revenue) filter (where jobs.job_date < years.first_day), 0) as last_year_whole_revenue
  from jobs
  cross join years
  where jobs.job_date >= years.first_day - interval '1 year'
    and jobs.job_date < :as_of
  group by 1, 2, 3, 4
)

select
  branch_name,
  currency,
  fiscal_year,
  first_day,
  sold_jobs,
  revenue,
  last_year_jobs,
  last_year_revenue,
  round(100 * (revenue - last_year_revenue) / nullif(last_year_revenue, 0), 2) as change_percent,
  last_year_whole_revenue
from summed
order by currency, revenue desc, branch_name

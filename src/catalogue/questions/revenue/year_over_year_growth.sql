/*
id: year_over_year_growth
question: How does each year compare with the one before?
theme: revenue
grain: one row per year and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows: {keys: {year: fiscal_year}}
chart: {type: bar, x: year, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: active_branches, type: integer, unit: branches, meaning: "Different branches"}
  - {name: previous_year_jobs, type: integer, unit: jobs, meaning: "Of the year before by the calendar; empty when it had none"}
  - {name: previous_year_revenue, type: money, meaning: "Of the year before"}
  - {name: previous_year_customers, type: integer, unit: customers, meaning: "Of the year before"}
  - {name: job_growth_percent, type: number, unit: "%", meaning: "Change of jobs"}
  - {name: revenue_growth_percent, type: number, unit: "%", meaning: "Change of revenue"}
  - {name: customer_growth_percent, type: number, unit: "%", meaning: "Change of customers"}
caveats:
  - Years are the fiscal years that the business has set, called by the year they end in; by default they are the calendar's.
  - The year that is going on is not whole.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and job_date is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

yearly as (
  select
    catalogue.fiscal_year(job_date, fiscal_year_start_month) as year,
    currency,
    count(*) as job_count,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    count(distinct customer_id) as unique_customers,
    count(distinct branch_id) as active_branches
  from jobs
  cross join (select fiscal_year_start_month from tenancy.businesses where id = :business_id) as business
  group by 1, 2
)

select
  this.year,
  this.currency,
  this.job_count,
  this.booked_jobs,
  this.closed_jobs,
  this.total_revenue,
  this.unique_customers,
  this.active_branches,
  before.job_count as previous_year_jobs,
  before.total_revenue as previous_year_revenue,
  before.unique_customers as previous_year_customers,
  round(100.0 * (this.job_count - before.job_count) / nullif(before.job_count, 0), 2) as job_growth_percent,
  round(100.0 * (this.total_revenue - before.total_revenue) / nullif(before.total_revenue, 0), 2) as revenue_growth_percent,
  round(100.0 * (this.unique_customers - before.unique_customers) / nullif(before.unique_customers, 0), 2) as customer_growth_percent
from yearly as this
left join yearly as before on before.year = this.year - 1 and before.currency = this.currency
order by this.currency, this.year

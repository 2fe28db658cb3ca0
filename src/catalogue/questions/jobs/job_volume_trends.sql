/*
id: job_volume_trends
question: How do our jobs grow by month and year?
theme: jobs
grain: one row per trend type, period and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows:
  keys: {year: null, month_number: null}
  split: {on: trend_type, by: {monthly: {period: month}, yearly: {period: first_of_fiscal_year}}}
  measures: {revenue_mom_change_percent: all, same_month_previous_year_jobs: all, year_over_year_change_percent: all}
chart: {type: line, x: period, y: [job_count], series: trend_type}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: trend_type, type: text, meaning: "monthly or yearly"}
  - {name: period, type: date, meaning: "First day of the period"}
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: month_number, type: integer, meaning: "1 to 12; empty for years"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_count, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_count, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: previous_month_jobs, type: integer, unit: jobs, meaning: "Of the period before by the calendar"}
  - {name: month_over_month_change_percent, type: number, unit: "%", meaning: "Change of jobs against it"}
  - {name: revenue_mom_change_percent, type: number, unit: "%", meaning: "Change of revenue against it"}
caveats:
  - Years are the fiscal years that the business has set, called by the year they end in; by default they are the calendar's.
  - A period without jobs between two others is a row of zeros, so that the period before is always the one before by the calendar.
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

period_types (trend_type, unit, step) as (
  values ('monthly', 'month', interval '1 month'), ('yearly', 'year', interval '1 year')
),

business as (select week_start, fiscal_year_start_month from tenancy.businesses where id = :business_id),

counted as (
  select
    period_types.trend_type,
    catalogue.period_start(jobs.job_date, period_types.unit, business.week_start, business.fiscal_year_start_month) as period,
    jobs.currency,
    count(*) as job_count,
    count(*) filter (where jobs.status = 'BOOKED') as booked_count,
    count(*) filter (where jobs.status = 'CLOSED') as closed_count,
    coalesce(sum(jobs.revenue), 0) as revenue
  from jobs
  cross join period_types
  cross join business
  group by 1, 2, 3
),

calendar as (
  select spans.trend_type, spans.currency, steps.period::date as period
  from (select trend_type, currency, min(period) as first_period, max(period) as last_period from counted group by 1, 2) as spans
  join period_types on period_types.trend_type = spans.trend_type
  cross join generate_series(spans.first_period::timestamp, spans.last_period::timestamp, period_types.step) as steps (period)
),

filled as (
  select
    calendar.trend_type,
    calendar.period,
    calendar.currency,
    coalesce(counted.job_count, 0) as job_count,
    coalesce(counted.booked_count, 0) as booked_count,
    coalesce(counted.closed_count, 0) as closed_count,
    coalesce(counted.revenue, 0) as revenue
  from calendar
  left join counted
    on counted.trend_type = calendar.trend_type and counted.currency = calendar.currency and counted.period = calendar.period
)

select
  trend_type,
  period,
  case trend_type when 'yearly' then catalogue.fiscal_year(period, business.fiscal_year_start_month) else extract(year from period)::integer end as year,
  case when trend_type = 'monthly' then extract(month from period)::integer end as month_number,
  currency,
  job_count,
  booked_count,
  closed_count,
  revenue,
  lag(job_count) over periods as previous_month_jobs,
  round(100.0 * (job_count - lag(job_count) over periods) / nullif(lag(job_count) over periods, 0), 2) as month_over_month_change_percent,
  round(100.0 * (revenue - lag(revenue) over periods) / nullif(lag(revenue) over periods, 0), 2) as revenue_mom_change_percent
from filled
cross join business
window periods as (partition by trend_type, currency order by period)
order by trend_type, currency, period

/*
id: jobs_by_time_period
question: How many jobs per day, week, month and year?
theme: jobs
grain: one row per period type, period and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Weeks begin on the day, and years in the month, that the business says.
dateBasis: service day (days.job_date)
receipt: dated_jobs
rows:
  split: {on: period_type, by: {daily: {period_date: job_date}, weekly: {period_date: week}, monthly: {period_date: month}, yearly: {period_date: first_of_fiscal_year}}}
  measures: {booked_count: count where is_sold}
chart: {type: line, x: period_date, y: [job_count], series: period_type}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status
  - currency
  - {name: period, type: text, default: null, meaning: "Only this period type: daily, weekly, monthly or yearly"}
columns:
  - {name: period_type, type: text, meaning: "daily, weekly, monthly or yearly"}
  - {name: period_date, type: date, meaning: "First day of the period"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_count, type: integer, unit: jobs, meaning: "Booked or closed"}
  - {name: revenue, type: money, meaning: "Of booked and closed jobs"}
caveats:
  - "Every job stands once in each period type: do not add types up. From the first to the last period of a currency none is left out."
*/
-- Counted by day once; weeks, months and years are counted from days.
with days as (
  select job_date, currency, count(*) as job_count, count(*) filter (where is_sold) as booked_count, sum(revenue) as revenue
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
  group by 1, 2
),

business as (select week_start, fiscal_year_start_month from tenancy.businesses where id = :business_id),

periods as (
  select 'daily' as period_type, days.job_date as period_date, days.* from days
  union all
  select
    'weekly',
    catalogue.period_start(days.job_date, 'week', business.week_start, business.fiscal_year_start_month),
    days.*
  from days cross join business
  union all
  select 'monthly', date_trunc('month', days.job_date::timestamp)::date, days.* from days
  union all
  select 'yearly', catalogue.period_start(days.job_date, 'year', business.week_start, business.fiscal_year_start_month), days.*
  from days cross join business
),

summed as (
  select
    period_type,
    period_date,
    currency,
    sum(job_count)::bigint as job_count,
    sum(booked_count)::bigint as booked_count,
    coalesce(sum(revenue), 0) as revenue
  from periods
  where :period is null or period_type = :period
  group by 1, 2, 3
),

-- Every period from the first to the last of a currency, also those without jobs. They are stacked,
-- not joined: the planner merged every day with every other (3.5 s).
calendar as (
  select spans.period_type, steps.period_date::date as period_date, spans.currency
  from (select period_type, currency, min(period_date) as first_period, max(period_date) as last_period from summed group by 1, 2) as spans
  cross join generate_series(
    spans.first_period::timestamp,
    spans.last_period::timestamp,
    case spans.period_type
      when 'daily' then interval '1 day' when 'weekly' then interval '7 days' when 'monthly' then interval '1 month' else interval '1 year'
    end
  ) as steps (period_date)
),

stacked as (
  select period_type, period_date, currency, job_count, booked_count, revenue from summed
  union all
  select period_type, period_date, currency, 0, 0, 0 from calendar
)

select
  period_type,
  period_date,
  currency,
  sum(job_count)::bigint as job_count,
  sum(booked_count)::bigint as booked_count,
  sum(revenue) as revenue
from stacked
group by 1, 2, 3
order by array_position(array['daily', 'weekly', 'monthly', 'yearly'], period_type), period_date, currency

/*
id: revenue_trends
question: How does our revenue develop by month, quarter and year?
theme: revenue
grain: one row per period type, currency and period
definition: >-
  Actual total, else estimated total, of booked and closed jobs, counted in the period of
  their service day. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {split: {on: period_type, by: {monthly: {period: month}, quarterly: {period: fiscal_quarter}, yearly: {period: first_of_fiscal_year}}}}
chart: {type: line, x: period, y: [revenue, booked_revenue, closed_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: period_type, type: text, meaning: "monthly, quarterly or yearly"}
  - {name: period, type: date, meaning: "First day of the period"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: revenue, type: money, meaning: "Booked and closed revenue together"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that are booked and not yet closed"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: previous_period_revenue, type: money, meaning: "Of the period before by the calendar; empty for the first"}
  - {name: period_over_period_change_percent, type: percent, meaning: "Change against the period before; empty when that had none"}
caveats:
  - Quarters and years are those of the fiscal year that the business has set; by default they are the calendar's.
  - Only booked and closed jobs are revenue; quoted, lost and cancelled ones are not.
  - A period without jobs between two others is a row of zeros, so that the period before is always the one before by the calendar.
*/
with days as (
  select job_date, currency, status as opportunity_status, count(*) as job_count, coalesce(sum(revenue), 0) as revenue
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date >= coalesce(:date_from, date '-infinity')
    and job_date < coalesce(:date_to, date 'infinity')
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
  group by 1, 2, 3
),

period_types (period_type, unit, step) as (
  values
    ('monthly', 'month', interval '1 month'),
    ('quarterly', 'quarter', interval '3 months'),
    ('yearly', 'year', interval '1 year')
),

business as (select week_start, fiscal_year_start_month from tenancy.businesses where id = :business_id),

earned as (
  select
    period_types.period_type,
    days.currency,
    catalogue.period_start(days.job_date, period_types.unit, business.week_start, business.fiscal_year_start_month) as period,
    sum(days.job_count) as job_count,
    sum(days.revenue) filter (where days.opportunity_status = 'BOOKED') as booked_revenue,
    sum(days.revenue) filter (where days.opportunity_status = 'CLOSED') as closed_revenue
  from days
  cross join period_types
  cross join business
  group by 1, 2, 3
),

-- Every period from the first to the last of a currency, also those without jobs.
calendar as (
  select
    spans.period_type,
    spans.currency,
    steps.period::date as period
  from (
    select period_type, currency, min(period) as first_period, max(period) as last_period
    from earned
    group by 1, 2
  ) as spans
  join period_types on period_types.period_type = spans.period_type
  cross join generate_series(spans.first_period::timestamp, spans.last_period::timestamp, period_types.step) as steps (period)
),

filled as (
  select
    calendar.period_type,
    calendar.period,
    calendar.currency,
    coalesce(earned.job_count, 0)::bigint as job_count,
    coalesce(earned.booked_revenue, 0) as booked_revenue,
    coalesce(earned.closed_revenue, 0) as closed_revenue,
    coalesce(earned.booked_revenue, 0) + coalesce(earned.closed_revenue, 0) as revenue
  from calendar
  left join earned
    on earned.period_type = calendar.period_type
    and earned.currency = calendar.currency
    and earned.period = calendar.period
)

select
  period_type,
  period,
  currency,
  job_count,
  revenue,
  booked_revenue,
  closed_revenue,
  lag(revenue) over periods as previous_period_revenue,
  round(100 * (revenue - lag(revenue) over periods) / nullif(lag(revenue) over periods, 0), 2) as period_over_period_change_percent
from filled
window periods as (partition by period_type, currency order by period)
order by period_type, currency, period

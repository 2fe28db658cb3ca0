/*
id: trend_analysis
question: Where are jobs and revenue heading?
theme: forecasting
grain: one row per month and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Means over 3 and 6 months and the month of
  the year before go by the calendar.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows:
  keys: {quarter: null}
  measures:
    {
      same_month_previous_year_jobs: all, same_month_previous_year_revenue: all, mom_job_change_percent: all, mom_revenue_change_percent: all,
      yoy_job_change_percent: all, yoy_revenue_change_percent: all, three_month_ma_jobs: all, three_month_ma_revenue: all, six_month_ma_jobs: all,
      six_month_ma_revenue: all
    }
chart: {type: line, x: month, y: [revenue, three_month_ma_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: month_number, type: integer, meaning: "1 to 12"}
  - {name: quarter, type: integer, meaning: "1 to 4"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: previous_month_jobs, type: integer, unit: jobs, meaning: "Of the month before"}
  - {name: previous_month_revenue, type: money, meaning: "Of the month before"}
  - {name: same_month_previous_year_jobs, type: integer, unit: jobs, meaning: "Twelve months before"}
  - {name: same_month_previous_year_revenue, type: money, meaning: "Twelve months before"}
  - {name: mom_job_change_percent, type: number, unit: "%", meaning: "Against the month before"}
  - {name: mom_revenue_change_percent, type: number, unit: "%", meaning: "Against the month before"}
  - {name: yoy_job_change_percent, type: number, unit: "%", meaning: "Against twelve months before"}
  - {name: yoy_revenue_change_percent, type: number, unit: "%", meaning: "Against twelve months before"}
  - {name: three_month_ma_jobs, type: number, unit: jobs, meaning: "Mean of this month and the two before"}
  - {name: three_month_ma_revenue, type: money, meaning: "The same of revenue"}
  - {name: six_month_ma_jobs, type: number, unit: jobs, meaning: "Mean of this month and the five before"}
  - {name: six_month_ma_revenue, type: money, meaning: "The same of revenue"}
  - {name: job_trend_direction, type: text, meaning: "increasing, decreasing or stable"}
  - {name: revenue_trend_direction, type: text, meaning: "increasing, decreasing or stable"}
  - {name: growth_category, type: text, meaning: "By revenue against the year before, more than 10, 5 or 0 % up, up to 5 % down, or more"}
  - {name: seasonal_category, type: text, meaning: "peak_season (May to August), low_season (December to February) or normal_season"}
caveats:
  - A mean over months before the first has fewer months.
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

monthly as (
  select
    date_trunc('month', job_date::timestamp)::date as month,
    currency,
    count(*) as job_count,
    coalesce(sum(revenue), 0) as revenue,
    count(distinct customer_id) as unique_customers
  from jobs
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month, max(month) as last_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
),

series as (
  select
    calendar.month, calendar.currency, coalesce(monthly.job_count, 0) as job_count, coalesce(monthly.revenue, 0) as revenue,
    coalesce(monthly.unique_customers, 0) as unique_customers
  from calendar
  left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
),

compared as (
  select
    *,
    lag(job_count) over months as jobs_before, lag(revenue) over months as revenue_before,
    lag(job_count, 12) over months as jobs_year, lag(revenue, 12) over months as revenue_year,
    round(avg(job_count) over (months rows 2 preceding), 2) as jobs_3, round(avg(revenue) over (months rows 2 preceding), 2) as revenue_3,
    round(avg(job_count) over (months rows 5 preceding), 2) as jobs_6, round(avg(revenue) over (months rows 5 preceding), 2) as revenue_6
  from series
  window months as (partition by currency order by month)
)

select
  month, extract(year from month)::integer as year, extract(month from month)::integer as month_number,
  extract(quarter from month)::integer as quarter, currency, job_count, revenue, unique_customers,
  jobs_before as previous_month_jobs, revenue_before as previous_month_revenue,
  jobs_year as same_month_previous_year_jobs, revenue_year as same_month_previous_year_revenue,
  round(100.0 * (job_count - jobs_before) / nullif(jobs_before, 0), 2) as mom_job_change_percent,
  round(100.0 * (revenue - revenue_before) / nullif(revenue_before, 0), 2) as mom_revenue_change_percent,
  round(100.0 * (job_count - jobs_year) / nullif(jobs_year, 0), 2) as yoy_job_change_percent,
  round(100.0 * (revenue - revenue_year) / nullif(revenue_year, 0), 2) as yoy_revenue_change_percent,
  jobs_3 as three_month_ma_jobs, revenue_3 as three_month_ma_revenue, jobs_6 as six_month_ma_jobs, revenue_6 as six_month_ma_revenue,
  case when job_count > jobs_before then 'increasing' when job_count < jobs_before then 'decreasing' when job_count = jobs_before then 'stable' end as job_trend_direction,
  case when revenue > revenue_before then 'increasing' when revenue < revenue_before then 'decreasing' when revenue = revenue_before then 'stable' end as revenue_trend_direction,
  case
    when revenue_year is null or revenue_year = 0 then null
    when revenue > 1.10 * revenue_year then 'strong_growth' when revenue > 1.05 * revenue_year then 'moderate_growth'
    when revenue > revenue_year then 'slow_growth' when revenue > 0.95 * revenue_year then 'declining' else 'sharp_decline'
  end as growth_category,
  case when extract(month from month) between 5 and 8 then 'peak_season' when extract(month from month) in (12, 1, 2) then 'low_season' else 'normal_season' end as seasonal_category
from compared
order by currency, month

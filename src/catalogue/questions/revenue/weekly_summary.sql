/*
id: weekly_summary
question: How was each week, against the one before and the one a year ago?
theme: revenue
grain: one row per week and currency
definition: >-
  Booked and closed jobs by the week of their service day. Weeks begin on the day the business says;
  a year ago is 52 weeks before, so that weekdays compare.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {keys: {week: week}, measures: {four_week_moving_avg: all}}
chart: {type: line, x: week, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: week, type: date, meaning: "First day of the week"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of these"}
  - {name: previous_week_revenue, type: money, meaning: "Of the week before by the calendar"}
  - {name: four_week_moving_avg, type: money, meaning: "Mean of this week and the three before"}
  - {name: year_before_revenue, type: money, meaning: "52 weeks before"}
  - {name: yoy_change_percent, type: number, unit: "%", meaning: "Against it"}
caveats:
  - The first three weeks have no moving average of four.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

weekly as (
  select
    catalogue.period_start(jobs.job_date, 'week', business.week_start, business.fiscal_year_start_month) as week,
    jobs.currency,
    count(*) as sold_jobs,
    coalesce(sum(jobs.revenue), 0) as total_revenue
  from jobs
  cross join (select week_start, fiscal_year_start_month from tenancy.businesses where id = :business_id) as business
  group by 1, 2
),

-- Every week from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.week::date as week
  from (select currency, min(week) as first_week, max(week) as last_week from weekly group by 1) as spans
  cross join generate_series(spans.first_week::timestamp, spans.last_week::timestamp, interval '7 days') as steps (week)
),

filled as (
  select calendar.week, calendar.currency, coalesce(weekly.sold_jobs, 0) as sold_jobs, coalesce(weekly.total_revenue, 0) as total_revenue
  from calendar
  left join weekly on weekly.week = calendar.week and weekly.currency = calendar.currency
)

select
  week,
  currency,
  sold_jobs,
  total_revenue,
  lag(total_revenue) over weeks as previous_week_revenue,
  case when count(*) over last_four = 4 then round(avg(total_revenue) over last_four, 2) end as four_week_moving_avg,
  lag(total_revenue, 52) over weeks as year_before_revenue,
  round(100 * (total_revenue - lag(total_revenue, 52) over weeks) / nullif(lag(total_revenue, 52) over weeks, 0), 2) as yoy_change_percent
from filled
window weeks as (partition by currency order by week), last_four as (partition by currency order by week rows 3 preceding)
order by currency, week

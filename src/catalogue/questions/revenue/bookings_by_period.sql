/*
id: bookings_by_period
question: What did we book, period by period?
theme: revenue
grain: one row per period and currency
definition: >-
  Jobs that were booked in the period, whatever became of them, with their actual total, else the
  estimated one, and what was cancelled of it since.
dateBasis: day of the booking, in the zone of the branch
receipt: booked_jobs
chart: {type: line, x: period, y: [booked_value, standing_value], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency, period]
columns:
  - {name: period, type: date, meaning: "First day of the period"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: bookings, type: integer, unit: jobs, meaning: "Booked in the period"}
  - {name: booked_value, type: money, meaning: "Their worth"}
  - {name: cancelled_since, type: integer, unit: jobs, meaning: "Standing cancelled now"}
  - {name: standing_value, type: money, meaning: "Worth of those that stand booked or closed"}
  - {name: previous_value, type: money, meaning: "booked_value of the period before by the calendar"}
  - {name: change_percent, type: number, unit: "%", meaning: "Against it"}
*/
with jobs as (
  select *, (booked_at at time zone time_zone)::date as booked_day
  from catalogue.job_facts
  where business_id = :business_id
    and booked_at is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

business as (
  select week_start, fiscal_year_start_month
  from tenancy.businesses
  where id = :business_id
),

summed as (
  select
    catalogue.period_start(booked_day, :period, business.week_start, business.fiscal_year_start_month) as period,
    currency,
    count(*) as bookings,
    coalesce(sum(worth), 0) as booked_value,
    count(*) filter (where status = 'CANCELLED') as cancelled_since,
    coalesce(sum(revenue), 0) as standing_value
  from jobs
  cross join business
  where (:date_from is null or booked_day >= :date_from)
    and (:date_to is null or booked_day < :date_to)
  group by 1, 2
),

-- Every period from the first to the last of a currency, also those without a booking.
calendar as (
  select spans.currency, steps.period::date as period
  from (select currency, min(period) as first_period, max(period) as last_period from summed group by 1) as spans
  cross join generate_series(spans.first_period::timestamp, spans.last_period::timestamp, catalogue.period_step(:period)) as steps (period)
),

filled as (
  select
    calendar.period,
    calendar.currency,
    coalesce(summed.bookings, 0) as bookings,
    coalesce(summed.booked_value, 0) as booked_value,
    coalesce(summed.cancelled_since, 0) as cancelled_since,
    coalesce(summed.standing_value, 0) as standing_value
  from calendar
  left join summed on summed.period = calendar.period and summed.currency = calendar.currency
)

select
  period,
  currency,
  bookings,
  booked_value,
  cancelled_since,
  standing_value,
  lag(booked_value) over periods as previous_value,
  round(100 * (booked_value - lag(booked_value) over periods) / nullif(lag(booked_value) over periods, 0), 2) as change_percent
from filled
window periods as (partition by currency order by period)
order by currency, period

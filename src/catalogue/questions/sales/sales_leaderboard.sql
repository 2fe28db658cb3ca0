/*
id: sales_leaderboard
question: Who booked most in each period?
theme: sales
grain: one row per period, sales person and currency
definition: >-
  Jobs that were booked in the period, whatever became of them, with their actual total, else the
  estimated one. The rank is by that money within the period and currency.
dateBasis: day of the booking, in the zone of the branch
receipt: booked_jobs
rows: {measures: {share_percent: all}}
chart: {type: bar, x: period, y: [booked_value], series: sales_person_name}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency, period, limit]
columns:
  - {name: period, type: date, meaning: "First day of the period"}
  - {name: rank, type: integer, meaning: "1 booked the most money; equals share a rank"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: bookings, type: integer, unit: jobs, meaning: "Booked in the period"}
  - {name: booked_value, type: money, meaning: "Their worth"}
  - {name: still_standing, type: integer, unit: jobs, meaning: "Standing booked or closed now"}
  - {name: cancelled_since, type: integer, unit: jobs, meaning: "Standing cancelled now"}
  - {name: share_percent, type: percent, meaning: "Share of the money of the period"}
caveats:
  - Who booked nothing in a period has no row in it.
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
    sales_person_id,
    sales_person_name,
    currency,
    count(*) as bookings,
    coalesce(sum(worth), 0) as booked_value,
    count(*) filter (where is_sold) as still_standing,
    count(*) filter (where status = 'CANCELLED') as cancelled_since
  from jobs
  cross join business
  where (:date_from is null or booked_day >= :date_from)
    and (:date_to is null or booked_day < :date_to)
  group by 1, 2, 3, 4
)

select
  period,
  rank() over (partition by period, currency order by booked_value desc)::integer as rank,
  sales_person_name,
  currency,
  bookings,
  booked_value,
  still_standing,
  cancelled_since,
  round(100 * booked_value / nullif(sum(booked_value) over (partition by period, currency), 0), 2) as share_percent
from summed
order by period desc, currency, rank, sales_person_name
limit :limit

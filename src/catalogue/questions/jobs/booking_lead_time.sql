/*
id: booking_lead_time
question: How far ahead do people book?
theme: jobs
grain: one row per span, branch and currency
definition: >-
  Jobs that were booked, whatever became of them, by the whole days from the booking to the service
  day.
dateBasis: day of the booking, in the zone of the branch
receipt: booked_jobs
chart: {type: bar, x: span, y: [bookings], series: branch_name}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: span, type: text, meaning: "Days from the booking to the service day"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: bookings, type: integer, unit: jobs, meaning: "Booked at some time"}
  - {name: share_percent, type: percent, meaning: "Share of the bookings of the branch and currency"}
  - {name: booked_value, type: money, meaning: "Their worth"}
  - {name: cancelled_percent, type: percent, meaning: "Of these standing cancelled now"}
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

spanned as (
  select *, job_date - booked_day as days
  from jobs
  where (:date_from is null or booked_day >= :date_from)
    and (:date_to is null or booked_day < :date_to)
),

summed as (
  select
    case
      when days is null then 8 when days < 0 then 7 when days = 0 then 1 when days <= 3 then 2
      when days <= 7 then 3 when days <= 14 then 4 when days <= 30 then 5 else 6
    end as place,
    branch_name,
    currency,
    count(*) as bookings,
    coalesce(sum(worth), 0) as booked_value,
    count(*) filter (where status = 'CANCELLED') as cancelled_jobs
  from spanned
  group by 1, 2, 3
)

select
  (array['the same day', '1-3 days', '4-7 days', '8-14 days', '15-30 days', 'over 30 days', 'service day before the booking', 'no service day'])[place] as span,
  branch_name,
  currency,
  bookings,
  round(100 * bookings / sum(bookings) over (partition by branch_name, currency), 2) as share_percent,
  booked_value,
  round(100.0 * cancelled_jobs / bookings, 2) as cancelled_percent
from summed
order by currency, branch_name, place

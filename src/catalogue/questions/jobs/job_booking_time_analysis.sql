/*
id: job_booking_time_analysis
question: How long from quote to booking?
theme: jobs
grain: one row per job
definition: >-
  Booked and closed jobs that have both moments: the time from the quote to the booking.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  only: [is_timed]
  measures: {hours_to_booking: sum hours_to_book}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many jobs"}
columns:
  - {name: id, type: uuid, meaning: "Id of the job here"}
  - {name: job_id, type: text, meaning: "Id of the job in the CRM"}
  - {name: job_number, type: text, meaning: "Quote number, dash, sequence"}
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: opportunity_status, type: text, meaning: "QUOTED, BOOKED, CLOSED, LOST or CANCELLED; empty when the file gave none"}
  - {name: quote_created, type: instant, meaning: "When the quote was made"}
  - {name: booked_date, type: instant, meaning: "When it was booked"}
  - {name: time_to_booking, type: integer, unit: minutes, meaning: "Between the two"}
  - {name: hours_to_booking, type: number, unit: hours, meaning: "The same in hours"}
  - {name: days_to_booking, type: number, unit: days, meaning: "The same in days"}
  - {name: booking_time_category, type: text, meaning: "Same Day (24 h), 1-2 Days (48), 3-7 Days (168), 1-4 Weeks (720) or Over 4 Weeks"}
caveats:
  - "Jobs whose booking precedes their quote, or whose service day precedes their booking, are not timed: the clock of one of them is wrong."
  - Jobs without both moments are not listed. The slowest first.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and booked_at >= quoted_at
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

timed as (
  select *, extract(epoch from booked_at - quoted_at) / 3600 as hours_taken
  from jobs
)

select
  id,
  job_id,
  job_number,
  customer_id,
  status as opportunity_status,
  quoted_at as quote_created,
  booked_at as booked_date,
  round(hours_taken * 60)::bigint as time_to_booking,
  round(hours_taken, 2) as hours_to_booking,
  round(hours_taken / 24, 2) as days_to_booking,
  case
    when hours_taken <= 24 then 'Same Day' when hours_taken <= 48 then '1-2 Days' when hours_taken <= 168 then '3-7 Days'
    when hours_taken <= 720 then '1-4 Weeks' else 'Over 4 Weeks'
  end as booking_time_category
from timed
order by hours_taken desc, id
limit :limit

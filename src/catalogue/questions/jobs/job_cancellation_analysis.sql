/*
id: job_cancellation_analysis
question: Which jobs were cancelled?
theme: jobs
grain: one row per cancelled job
definition: >-
  Jobs that stand cancelled, with what was quoted.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  only: [is_cancelled]
  measures: {time_before_cancellation: sum hours_to_book, total_estimated_cost: sum estimated}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many jobs"}
columns:
  - {name: id, type: uuid, meaning: "Id of the job here"}
  - {name: job_id, type: text, meaning: "Id of the job in the CRM"}
  - {name: job_number, type: text, meaning: "Quote number, dash, sequence"}
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: job_date, type: date, meaning: "Service day it would have had"}
  - {name: created_at_utc, type: instant, meaning: "When the quote was made"}
  - {name: booked_at_utc, type: instant, meaning: "When it was booked"}
  - {name: time_before_cancellation, type: number, unit: hours, meaning: "From quote to booking, as in the documents"}
  - {name: days_before_cancellation, type: number, unit: days, meaning: "The same in days"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_estimated_cost, type: money, meaning: "Quoted price"}
  - {name: referral_source, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: affiliate_name, type: text, meaning: "Affiliate as written"}
caveats:
  - "No report gives the moment of a cancellation: the two times end with the booking, whatever their name says."
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and status = 'CANCELLED'
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  id,
  job_id,
  job_number,
  customer_id,
  branch_name,
  sales_person_name,
  job_type,
  job_date,
  quoted_at as created_at_utc,
  booked_at as booked_at_utc,
  case when booked_at >= quoted_at then round(extract(epoch from booked_at - quoted_at) / 3600, 2) end as time_before_cancellation,
  case when booked_at >= quoted_at then round(extract(epoch from booked_at - quoted_at) / 3600 / 24, 2) end as days_before_cancellation,
  currency,
  estimated as total_estimated_cost,
  lead_source_name as referral_source,
  affiliate_name
from jobs
order by job_date desc nulls last, id
limit :limit

/*
id: cancellation_rate
question: How much of what is booked is cancelled again?
theme: jobs
grain: one row per branch, sales person and currency
definition: >-
  Jobs that were booked, whatever became of them, and of these the ones that stand cancelled now.
dateBasis: day of the booking, in the zone of the branch
receipt: booked_jobs
rows: {measures: {cancelled_percent: percent cancelled_jobs of ever_booked, cancelled_value: sum worth where is_cancelled}}
chart: {type: bar, x: sales_person_name, y: [cancelled_percent]}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: ever_booked, type: integer, unit: jobs, meaning: "Booked at some time"}
  - {name: cancelled_jobs, type: integer, unit: jobs, meaning: "Standing cancelled"}
  - {name: cancelled_percent, type: percent, meaning: "cancelled / ever booked"}
  - {name: cancelled_value, type: money, meaning: "Worth of the cancelled ones"}
  - {name: cancelled_value_percent, type: percent, meaning: "Their share of all that was booked"}
caveats:
  - When a job was cancelled is not in the export, so this is by the day of the booking.
*/
with jobs as (
  select *, (booked_at at time zone time_zone)::date as booked_day
  from catalogue.job_facts
  where business_id = :business_id
    and booked_at is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  branch_name,
  sales_person_name,
  currency,
  count(*) as ever_booked,
  count(*) filter (where status = 'CANCELLED') as cancelled_jobs,
  round(100.0 * count(*) filter (where status = 'CANCELLED') / count(*), 2) as cancelled_percent,
  coalesce(sum(worth) filter (where status = 'CANCELLED'), 0) as cancelled_value,
  round(100 * coalesce(sum(worth) filter (where status = 'CANCELLED'), 0) / nullif(sum(worth), 0), 2) as cancelled_value_percent
from jobs
where (:date_from is null or booked_day >= :date_from)
  and (:date_to is null or booked_day < :date_to)
group by branch_id, sales_person_id, 1, 2, 3
order by currency, ever_booked desc, branch_name, sales_person_name

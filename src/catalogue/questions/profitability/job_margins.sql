/*
id: job_margins
question: How far is each job from its quote?
theme: profitability
grain: one row per job
definition: >-
  Booked and closed jobs: charged total, else the quote, less the quote.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures: {total_estimated_cost: sum estimated, total_actual_cost: sum actual, margin_amount: sum variance}
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
  - {name: job_date, type: date, meaning: "Service day"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: opportunity_status, type: text, meaning: "QUOTED, BOOKED, CLOSED, LOST or CANCELLED; empty when the file gave none"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_estimated_cost, type: money, meaning: "Quoted price"}
  - {name: total_actual_cost, type: money, meaning: "Charged total"}
  - {name: revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: margin_amount, type: money, meaning: "Revenue less the quote"}
  - {name: margin_percent, type: number, unit: "%", meaning: "margin_amount / the quote"}
  - {name: estimate_accuracy, type: text, meaning: "over_estimate, under_estimate or on_target; empty without a quote"}
caveats:
  - "A difference from the quote, not a margin over costs: no costs are known."
  - The furthest from their quote first.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
)

select
  id,
  job_id,
  job_number,
  job_date,
  branch_name,
  job_type,
  status as opportunity_status,
  currency,
  estimated as total_estimated_cost,
  actual as total_actual_cost,
  revenue,
  revenue - estimated as margin_amount,
  round(100 * (revenue - estimated) / nullif(estimated, 0), 2) as margin_percent,
  case when revenue > estimated then 'over_estimate' when revenue < estimated then 'under_estimate' when revenue = estimated then 'on_target' end as estimate_accuracy
from jobs
order by abs(revenue - estimated) desc nulls last, job_date desc nulls last, id
limit :limit

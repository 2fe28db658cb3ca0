/*
id: job_estimated_vs_actual_cost
question: Which jobs were charged more or less than quoted?
theme: jobs
grain: one row per job
definition: >-
  Booked and closed jobs that have both totals; within budget is up to 10 % to either side.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  only: [has_totals]
  measures:
    total_estimated_cost: sum estimated
    total_actual_cost: sum actual
    cost_variance: sum variance
    hourly_rate_quoted: sum hourly_rate_quoted
    hourly_rate_billed: sum hourly_rate_billed
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
  - {name: job_date, type: date, meaning: "Service day"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_estimated_cost, type: money, meaning: "Quoted price"}
  - {name: total_actual_cost, type: money, meaning: "Charged total"}
  - {name: cost_variance, type: money, meaning: "Charged less quoted"}
  - {name: variance_percent, type: number, unit: "%", meaning: "cost_variance / quoted"}
  - {name: hourly_rate_quoted, type: money, meaning: "Hourly rate quoted"}
  - {name: hourly_rate_billed, type: money, meaning: "Hourly rate billed"}
  - {name: rate_variance, type: money, meaning: "Billed less quoted rate"}
  - {name: budget_status, type: text, meaning: "Over Budget (more than 10 % above), Under Budget (more than 10 % below) or Within Budget"}
caveats:
  - Jobs without both totals are not listed. The furthest from their quote first.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and estimated is not null
    and actual is not null
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
  customer_id,
  status as opportunity_status,
  job_date,
  currency,
  estimated as total_estimated_cost,
  actual as total_actual_cost,
  actual - estimated as cost_variance,
  round(100 * (actual - estimated) / nullif(estimated, 0), 2) as variance_percent,
  hourly_rate_quoted,
  hourly_rate_billed,
  hourly_rate_billed - hourly_rate_quoted as rate_variance,
  case when actual > 1.1 * estimated then 'Over Budget' when actual < 0.9 * estimated then 'Under Budget' else 'Within Budget' end as budget_status
from jobs
order by abs(actual - estimated) desc, job_date desc nulls last, id
limit :limit

/*
id: lead_status_distribution
question: How are statuses spread in leads, opportunities and jobs?
theme: leads
grain: one row per table and status
definition: >-
  Leads of the pool, opportunities and jobs by present status, each table by itself. Duplicate
  jobs do not count.
dateBasis: service day for jobs, booking day for opportunities, lead day for leads (in the time zone asked for), when days are asked for
receipt: sales_tables
rows:
  keys: {status: status_word, source: table_name}
  measures: {lead_count: count, percentage: share lead_count within table_name}
chart: {type: bar, x: status, y: [lead_count], series: source}
parameters: [date_from, date_to, time_zone, currency]
columns:
  - {name: status, type: text, meaning: "open, quoted, booked, closed, lost, bad or cancelled; empty when the file gave none"}
  - {name: source, type: text, meaning: "jobs, booked_opportunities or lead_status"}
  - {name: lead_count, type: integer, unit: rows, meaning: "Rows standing so"}
  - {name: percentage, type: percent, meaning: "Share of the rows of the table"}
caveats:
  - "One move may stand in all three tables: do not add them up."
*/
with statuses as (
  select 'jobs' as source, status, count(*) as lead_count
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:currency is null or currency = :currency)
  group by 2
  union all
  select 'booked_opportunities', status_group, count(*)
  from catalogue.opportunity_facts
  where business_id = :business_id
    and (:date_from is null or booked_date >= :date_from)
    and (:date_to is null or booked_date < :date_to)
    and (:currency is null or currency = :currency)
  group by 2
  union all
  select 'lead_status', status_group, count(*)
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:currency is null or currency = :currency)
  group by 2
)

select
  lower(status) as status,
  source,
  lead_count,
  round(100.0 * lead_count / sum(lead_count) over (partition by source), 2) as percentage
from statuses
order by source, lead_count desc, status

/*
id: revenue_attribution
question: Which lead sources earn the revenue, by first, last and shared touch?
theme: leads
grain: one row per rule, lead source and currency
definition: >-
  Booked and closed jobs. The touches of a job are the leads of its customer up to the service
  day: the first or the last takes all of its revenue, or all take an even share. A job without
  one goes to the source it names itself. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures: {total_revenue: null, jobs: null, share_percent: null}
  keys: {lead_source_name: null}
chart: {type: bar, x: lead_source_name, y: [total_revenue], series: rule}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: rule, type: text, meaning: "first, last or shared"}
  - {name: lead_source_name, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: jobs, type: number, unit: jobs, meaning: "Booked and closed jobs, or parts of them"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: share_percent, type: percent, meaning: "Share of the revenue of the currency under the rule"}
caveats:
  - "Under each rule the rows of a currency add up to its whole revenue, up to a cent of rounding per row: do not add rules up."
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

leads as (
  select customer_id, id, lead_source_name, (received_at at time zone :time_zone)::date as lead_day
  from catalogue.lead_facts
  where business_id = :business_id
    and customer_id is not null
),

touches as (
  select
    jobs.id as job,
    leads.lead_source_name as source,
    row_number() over (partition by jobs.id order by leads.lead_day, leads.id) as place,
    count(*) over (partition by jobs.id) as touches
  from jobs
  join leads on leads.customer_id = jobs.customer_id and leads.lead_day <= jobs.job_date
),

-- Each touch of a job with the part of its revenue that each rule gives it; the parts of a job add up to 1.
shares as (
  select
    coalesce(touches.source, jobs.lead_source_name) as source,
    jobs.currency,
    jobs.revenue,
    (coalesce(touches.place, 1) = 1)::integer as first_part,
    (coalesce(touches.place, 1) = coalesce(touches.touches, 1))::integer as last_part,
    1.0 / coalesce(touches.touches, 1) as even_part
  from jobs
  left join touches on touches.job = jobs.id
),

parts as (
  select 'first' as rule, source, currency, first_part as part, revenue * first_part as revenue from shares
  union all
  select 'last', source, currency, last_part, revenue * last_part from shares
  union all
  select 'shared', source, currency, even_part, revenue * even_part from shares
)

select
  rule,
  source as lead_source_name,
  currency,
  round(sum(part), 2) as jobs,
  round(coalesce(sum(revenue), 0), 2) as total_revenue,
  round(100 * sum(revenue) / nullif(sum(sum(revenue)) over (partition by rule, currency), 0), 2) as share_percent
from parts
group by rule, source, currency
having sum(part) > 0
order by rule, currency, total_revenue desc, source

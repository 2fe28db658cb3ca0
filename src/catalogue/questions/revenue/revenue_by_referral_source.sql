/*
id: revenue_by_referral_source
question: Which lead sources and affiliates bring revenue?
theme: revenue
grain: one row per lead source, affiliate and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  keys: {referral_source: lead_source_name}
chart: {type: bar, x: referral_source, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: referral_source, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: affiliate_name, type: text, meaning: "Affiliate as written"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that stand booked"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

summed as (
  select
    lead_source_name as referral_source,
    affiliate_name,
    currency,
    count(*) as job_count,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    coalesce(sum(revenue) filter (where status = 'BOOKED'), 0) as booked_revenue,
    coalesce(sum(revenue) filter (where status = 'CLOSED'), 0) as closed_revenue,
    round(avg(revenue), 2) as avg_job_value
  from jobs
  group by 1, 2, 3
)

select
  referral_source,
  affiliate_name,
  currency,
  job_count,
  booked_jobs,
  closed_jobs,
  total_revenue,
  booked_revenue,
  closed_revenue,
  avg_job_value,
  round(100.0 * (booked_jobs + closed_jobs) / nullif(job_count, 0), 2) as booking_rate_percent
from summed
order by currency, total_revenue desc, referral_source, affiliate_name nulls first

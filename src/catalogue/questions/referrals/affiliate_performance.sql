/*
id: affiliate_performance
question: How do our affiliates do?
theme: referrals
grain: one row per affiliate and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Only jobs that name an affiliate.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  only: [has_affiliate]
  measures: {booking_rate: percent sold_jobs of total_jobs, completion_rate: percent closed_jobs of sold_jobs}
chart: {type: bar, x: affiliate_name, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: affiliate_name, type: text, meaning: "Affiliate as written"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: customer_count, type: integer, unit: customers, meaning: "Different customers"}
  - {name: branches_used, type: integer, unit: branches, meaning: "Different branches"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: booking_rate, type: percent, meaning: "(booked + closed) / all jobs"}
  - {name: completion_rate, type: percent, meaning: "closed / (booked + closed)"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and affiliate_name is not null
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
    affiliate_name,
    currency,
    count(*) as total_jobs,
    count(distinct customer_id) as customer_count,
    count(distinct branch_id) as branches_used,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    count(distinct customer_id) filter (where is_sold) as buyers,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date
  from jobs
  group by 1, 2
)

select
  affiliate_name,
  currency,
  total_jobs,
  customer_count,
  branches_used,
  total_revenue,
  avg_job_value,
  booked_jobs,
  closed_jobs,
  round(100.0 * (booked_jobs + closed_jobs) / nullif(total_jobs, 0), 2) as booking_rate,
  round(100.0 * closed_jobs / nullif((booked_jobs + closed_jobs), 0), 2) as completion_rate,
  round(total_revenue / nullif(buyers, 0), 2) as revenue_per_customer,
  first_job_date,
  last_job_date
from summed
order by currency, total_revenue desc, affiliate_name

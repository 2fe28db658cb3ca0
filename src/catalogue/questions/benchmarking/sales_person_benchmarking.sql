/*
id: sales_person_benchmarking
question: How does each sales person stand against the mean?
theme: benchmarking
grain: one row per sales person and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Each is compared with the mean over all of
  the same currency.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
chart: {type: bar, x: sales_person_name, y: [revenue_vs_industry_percent], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: sales_person_id, type: uuid, meaning: "Id of the sales person; empty for none"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: branches_worked, type: integer, unit: branches, meaning: "Different branches"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / sold jobs"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
  - {name: closing_rate_percent, type: percent, meaning: "closed / (booked + closed)"}
  - {name: loss_rate_percent, type: percent, meaning: "lost / all jobs"}
  - {name: industry_avg_jobs, type: number, unit: jobs, meaning: "Mean of all rows of the currency"}
  - {name: industry_avg_revenue, type: money, meaning: "Mean of all rows of the currency"}
  - {name: industry_avg_job_value, type: money, meaning: "Mean of all rows of the currency"}
  - {name: industry_avg_booking_rate, type: percent, meaning: "Mean of all rows of the currency"}
  - {name: industry_avg_closing_rate, type: percent, meaning: "Mean of all rows of the currency"}
  - {name: jobs_vs_industry_percent, type: number, unit: "%", meaning: "Jobs against that mean"}
  - {name: revenue_vs_industry_percent, type: number, unit: "%", meaning: "Revenue against that mean"}
  - {name: job_value_vs_industry_percent, type: number, unit: "%", meaning: "Mean value against that mean"}
  - {name: booking_rate_vs_industry, type: number, unit: points, meaning: "Booking rate less that mean"}
  - {name: performance_category, type: text, meaning: "top_performer (> 1.2 times the mean revenue), above_average (> 1.1), below_average (< 0.9) or average"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
  - "The columns keep the name industry; what stands in them is the mean of our own: no figures of others are known."
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
    sales_person_name, sales_person_id, currency, count(*) as total_jobs, count(distinct customer_id) as unique_customers, coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(*) filter (where status = 'BOOKED') as booked_jobs, count(*) filter (where status = 'CLOSED') as closed_jobs,
    count(*) filter (where status = 'LOST') as lost_jobs, count(distinct branch_id) as branches_worked,
    count(distinct customer_id) filter (where is_sold) as buyers,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size, round(avg(trucks) filter (where is_sold), 2) as avg_trucks_per_job
  from jobs
  group by 1, 2, 3
),

rated as (
  select
    *,
    round(100.0 * (booked_jobs + closed_jobs) / nullif(total_jobs, 0), 2) as booking_rate,
    round(100.0 * closed_jobs / nullif((booked_jobs + closed_jobs), 0), 2) as closing_rate,
    round(100.0 * lost_jobs / nullif(total_jobs, 0), 2) as loss_rate
  from summed
),

compared as (
  select
    *,
    avg(total_jobs) over same as mean_jobs, avg(total_revenue) over same as mean_revenue, avg(avg_job_value) over same as mean_value,
    avg(booking_rate) over same as mean_booking, avg(closing_rate) over same as mean_closing
  from rated
  window same as (partition by currency)
)

select
  sales_person_name, sales_person_id, currency, total_jobs, unique_customers, total_revenue, avg_job_value, booked_jobs, closed_jobs, lost_jobs, branches_worked,
  round(total_revenue / nullif(booked_jobs + closed_jobs, 0), 2) as revenue_per_job, round(total_revenue / nullif(buyers, 0), 2) as revenue_per_customer,
  booking_rate as booking_rate_percent, closing_rate as closing_rate_percent, loss_rate as loss_rate_percent,
  round(mean_jobs, 2) as industry_avg_jobs, round(mean_revenue, 2) as industry_avg_revenue, round(mean_value, 2) as industry_avg_job_value,
  round(mean_booking, 2) as industry_avg_booking_rate, round(mean_closing, 2) as industry_avg_closing_rate,
  round(100.0 * (total_jobs - mean_jobs) / nullif(mean_jobs, 0), 2) as jobs_vs_industry_percent,
  round(100.0 * (total_revenue - mean_revenue) / nullif(mean_revenue, 0), 2) as revenue_vs_industry_percent,
  round(100.0 * (avg_job_value - mean_value) / nullif(mean_value, 0), 2) as job_value_vs_industry_percent,
  round(booking_rate - mean_booking, 2) as booking_rate_vs_industry,
  case
    when total_revenue > 1.2 * mean_revenue then 'top_performer' when total_revenue > 1.1 * mean_revenue then 'above_average'
    when total_revenue < 0.9 * mean_revenue then 'below_average' else 'average'
  end as performance_category
from compared
order by currency, total_revenue desc, sales_person_name

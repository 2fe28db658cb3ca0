/*
keys:
  - [acquisition_year, acquisition_month, acquisition_quarter, months_since_acquisition, quarters_since_acquisition]
measures:
  active_customers: distinct customer_id
  new_customers: distinct customer_id where is_first_day
  new_jobs: count where is_first_job
  repeat_jobs: count where is_later_job
  new_revenue: sum revenue where is_first_job
  repeat_revenue: sum revenue where is_later_job
  unknown_revenue: sum revenue where has_no_customer
  repeat_percent: percent repeat_revenue of total_revenue
  avg_jobs_per_customer: total_jobs per active_customers
  avg_revenue_per_customer: total_revenue per active_customers
*/
-- Rows of questions about revenue by service day: booked and closed jobs with a day.
-- frame: jobs
-- Which job of a customer it is does not depend on what is asked for.
with ever as (
  select
    *,
    row_number() over (partition by customer_id order by job_date, id) as nth_job
  from job_rows
  where is_sold
    and job_date is not null
),

every_day as (
  select *
  from ever
  where (:currency is null or currency = :currency)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
),

sold as (
  select
    *,
    min(job_date) over (partition by customer_id) as first_day,
    min(job_date) over (partition by customer_id, currency) as first_day_in_currency,
    coalesce(first_lead_date, min(job_date) over (partition by customer_id)) as acquired_on
  from every_day
  where (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
)

select
  *,
  date_trunc('month', job_date::timestamp) = date_trunc('month', first_day_in_currency::timestamp) as is_first_month,
  customer_id is null as has_no_customer,
  customer_id is not null and nth_job = 1 as is_first_job,
  customer_id is not null and nth_job > 1 as is_later_job,
  customer_id is not null and job_date = first_day as is_first_day,
  date_trunc('month', acquired_on::timestamp)::date as acquisition_month,
  date_trunc('quarter', acquired_on::timestamp)::date as acquisition_quarter,
  extract(year from acquired_on)::integer as acquisition_year,
  extract(month from acquired_on)::integer as acquisition_month_number,
  greatest(0, (extract(year from job_date) - extract(year from acquired_on)) * 12 + extract(month from job_date) - extract(month from acquired_on))::integer
    as months_since_acquisition,
  greatest(0, (extract(year from job_date) - extract(year from acquired_on)) * 4 + extract(quarter from job_date) - extract(quarter from acquired_on))::integer
    as quarters_since_acquisition
from sold

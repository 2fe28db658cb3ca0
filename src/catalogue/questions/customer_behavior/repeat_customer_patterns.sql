/*
id: repeat_customer_patterns
question: How regularly do repeat customers come?
theme: customer_behavior
grain: one row per customer and currency
definition: >-
  Customers with more than one booked or closed job with a service day: the mean gap between
  successive ones, and jobs per year of their span.
dateBasis: service day (jobs.job_date)
receipt: returning_jobs
rows: {only: [is_sold, is_dated, repeats_dated]}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: customer_lifetime_days, type: integer, unit: days, meaning: "From the first to the last service day"}
  - {name: customer_lifetime_years, type: number, unit: years, meaning: "The same in years of 365.25 days"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: avg_days_between_jobs, type: number, unit: days, meaning: "Mean gap between successive jobs"}
  - {name: avg_months_between_jobs, type: number, unit: months, meaning: "The same in months of 30.44 days"}
  - {name: jobs_per_year, type: number, unit: jobs, meaning: "Jobs / lifetime years; empty when all on one day"}
  - {name: monthly_revenue_rate, type: money, meaning: "Revenue / lifetime months"}
  - {name: repeat_pattern_category, type: text, meaning: "By mean gap: frequent (up to 30 days), regular (90), occasional (180) or infrequent"}
  - {name: activity_level, type: text, meaning: "By jobs per year: very_active (4 or more), active (2), moderate (1) or low_activity"}
caveats:
  - The documents cast a span of time to a number, which fails; here a month is 30.44 days.
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and customer_id is not null
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
    customer_id, currency,
    count(*) as total_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date,
    max(job_date) - min(job_date) as days,
    (max(job_date) - min(job_date))::numeric / (count(*) - 1) as mean_gap
  from jobs
  group by 1, 2
  having count(*) > 1
)

select
  summed.customer_id,
  customers.name as customer_name,
  summed.currency,
  total_jobs,
  first_job_date,
  last_job_date,
  days as customer_lifetime_days,
  round(days / 365.25, 2) as customer_lifetime_years,
  total_revenue,
  avg_job_value,
  round(mean_gap, 2) as avg_days_between_jobs,
  round(mean_gap / 30.44, 2) as avg_months_between_jobs,
  round(total_jobs / nullif(days / 365.25, 0), 2) as jobs_per_year,
  round(total_revenue / nullif(days / 30.44, 0), 2) as monthly_revenue_rate,
  case when mean_gap <= 30 then 'frequent' when mean_gap <= 90 then 'regular' when mean_gap <= 180 then 'occasional' else 'infrequent' end as repeat_pattern_category,
  case
    when total_jobs >= 4 * days / 365.25 then 'very_active' when total_jobs >= 2 * days / 365.25 then 'active'
    when total_jobs >= days / 365.25 then 'moderate' else 'low_activity'
  end as activity_level
from summed
join customers.customers as customers on customers.business_id = :business_id and customers.id = summed.customer_id
order by total_jobs desc, total_revenue desc, customer_name, summed.customer_id
limit :limit

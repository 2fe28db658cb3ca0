/*
id: customer_segmentation_radar
question: What does a typical customer look like on four axes?
theme: analytics
grain: one row per axis and currency
definition: >-
  Customers with booked or closed jobs: mean over customers, and the most of any.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows: {only: [has_customer]}
chart: {type: bar, x: subject, y: [value], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: subject, type: text, meaning: "Lifetime Value (money), Job Frequency (jobs), Avg Job Value (money) or Customer Lifespan (days)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: value, type: number, meaning: "Mean over customers"}
  - {name: full_mark, type: number, meaning: "Most of any customer"}
caveats:
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
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
  select customer_id, currency, count(*) as total_jobs, coalesce(sum(revenue), 0) as revenue, avg(revenue) as mean_value, max(job_date) - min(job_date) as days
  from jobs
  group by 1, 2
),

axes as (
  select currency, 1 as position, 'Lifetime Value' as subject, revenue as value from summed
  union all
  select currency, 2, 'Job Frequency', total_jobs from summed
  union all
  select currency, 3, 'Avg Job Value', mean_value from summed
  union all
  select currency, 4, 'Customer Lifespan', days from summed
)

select subject, currency, round(avg(value), 2) as value, round(max(value), 2) as full_mark
from axes
group by position, subject, currency
order by currency, position

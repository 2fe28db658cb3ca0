/*
id: rolling_window_jobs
question: How many jobs do customers have in each half-year since their first?
theme: customers
grain: one row per customer
definition: >-
  Booked and closed jobs with a service day, in windows of six months counted from the first one
  of the customer; the fifth holds all later ones.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  only: [has_customer]
  measures: {total_jobs_overall: count}
chart: {type: table}
parameters:
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: total_job_count_windows, type: integer, meaning: "The latest window with a job, 1 to 5"}
  - {name: total_jobs_overall, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: window_1_jobs, type: integer, unit: jobs, meaning: "In the first six months"}
  - {name: window_2_jobs, type: integer, unit: jobs, meaning: "Months 7 to 12"}
  - {name: window_3_jobs, type: integer, unit: jobs, meaning: "Months 13 to 18"}
  - {name: window_4_jobs, type: integer, unit: jobs, meaning: "Months 19 to 24"}
  - {name: window_5_jobs, type: integer, unit: jobs, meaning: "Later"}
caveats:
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and customer_id is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

firsts as (
  select customer_id, min(job_date) as first_day
  from jobs
  group by 1
),

windowed as (
  select
    jobs.customer_id,
    case
      when jobs.job_date < firsts.first_day + interval '6 months' then 1
      when jobs.job_date < firsts.first_day + interval '12 months' then 2
      when jobs.job_date < firsts.first_day + interval '18 months' then 3
      when jobs.job_date < firsts.first_day + interval '24 months' then 4
      else 5
    end as window_number,
    count(*) as jobs
  from jobs
  join firsts on firsts.customer_id = jobs.customer_id
  group by 1, 2
)

select
  windowed.customer_id,
  customers.name as customer_name,
  max(windowed.window_number) as total_job_count_windows,
  sum(windowed.jobs)::bigint as total_jobs_overall,
  coalesce(sum(windowed.jobs) filter (where windowed.window_number = 1), 0)::bigint as window_1_jobs,
  coalesce(sum(windowed.jobs) filter (where windowed.window_number = 2), 0)::bigint as window_2_jobs,
  coalesce(sum(windowed.jobs) filter (where windowed.window_number = 3), 0)::bigint as window_3_jobs,
  coalesce(sum(windowed.jobs) filter (where windowed.window_number = 4), 0)::bigint as window_4_jobs,
  coalesce(sum(windowed.jobs) filter (where windowed.window_number = 5), 0)::bigint as window_5_jobs
from windowed
join customers.customers as customers on customers.business_id = :business_id and customers.id = windowed.customer_id
group by 1, 2
order by total_jobs_overall desc, customer_name, windowed.customer_id
limit :limit

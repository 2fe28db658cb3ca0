/*
id: branch_performance_comparison
question: How do our branches compare?
theme: branches
grain: one row per branch and currency
definition: >-
  Jobs by status per branch; revenue is the actual total, else the estimated total, of
  booked and closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
chart: {type: bar, x: branch_name, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: branch_id, type: uuid, meaning: "Id of the branch; empty for jobs without one"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked_jobs + closed_jobs) / total_jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers with a job"}
  - {name: sales_people_count, type: integer, unit: people, meaning: "Different sales people with a job"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
caveats:
  - Summed over jobs alone, before anything is joined, so that opportunities and leads of a branch cannot multiply its revenue.
  - Jobs whose branch is not known stand in a row of their own, so that the rows add up to the whole.
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
*/
with counted_jobs as not materialized (
  select *, status as opportunity_status
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
),

-- In two steps, as counting different people within each branch would sort all jobs.
jobs_by_person as (
  select
    branch_id,
    sales_person_id,
    count(*) as total_jobs,
    count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs,
    count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs,
    count(*) filter (where opportunity_status = 'LOST') as lost_jobs,
    sum(worth) filter (where opportunity_status in ('BOOKED', 'CLOSED')) as revenue,
    count(worth) filter (where opportunity_status in ('BOOKED', 'CLOSED')) as valued_jobs,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date
  from counted_jobs
  group by 1, 2
),

customers_by_branch as (
  select branch_id, count(customer_id) as unique_customers
  from (select distinct branch_id, customer_id from counted_jobs) as pairs
  group by 1
),

jobs_by_branch as (
  select
    branch_id,
    sum(total_jobs)::bigint as total_jobs,
    sum(booked_jobs)::bigint as booked_jobs,
    sum(closed_jobs)::bigint as closed_jobs,
    sum(lost_jobs)::bigint as lost_jobs,
    sum(revenue) as revenue,
    sum(revenue) / nullif(sum(valued_jobs), 0) as mean_value,
    count(sales_person_id) as sales_people_count,
    min(first_job_date) as first_job_date,
    max(last_job_date) as last_job_date
  from jobs_by_person
  group by 1
)

select
  jobs_by_branch.branch_id,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(branches.currency, businesses.currency) as currency,
  jobs_by_branch.total_jobs,
  jobs_by_branch.booked_jobs,
  jobs_by_branch.closed_jobs,
  jobs_by_branch.lost_jobs,
  round(100.0 * (jobs_by_branch.booked_jobs + jobs_by_branch.closed_jobs) / jobs_by_branch.total_jobs, 2) as booking_rate_percent,
  coalesce(jobs_by_branch.revenue, 0) as total_revenue,
  round(jobs_by_branch.mean_value, 2) as avg_job_value,
  customers_by_branch.unique_customers,
  jobs_by_branch.sales_people_count,
  jobs_by_branch.first_job_date,
  jobs_by_branch.last_job_date
from jobs_by_branch
join customers_by_branch on customers_by_branch.branch_id is not distinct from jobs_by_branch.branch_id
join tenancy.businesses as businesses on businesses.id = :business_id
left join tenancy.branches as branches
  on branches.business_id = :business_id
  and branches.id = jobs_by_branch.branch_id
where :currency is null or coalesce(branches.currency, businesses.currency) = :currency
order by currency, total_revenue desc, branch_name

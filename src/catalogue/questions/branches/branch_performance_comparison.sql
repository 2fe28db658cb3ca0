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
parameters: [date_from, date_to, branch, sales_person, currency]
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
with jobs_by_branch as (
  select
    jobs.branch_id,
    count(*) as total_jobs,
    count(*) filter (where jobs.opportunity_status = 'BOOKED') as booked_jobs,
    count(*) filter (where jobs.opportunity_status = 'CLOSED') as closed_jobs,
    count(*) filter (where jobs.opportunity_status = 'LOST') as lost_jobs,
    sum(coalesce(jobs.total_actual_cost, jobs.total_estimated_cost))
      filter (where jobs.opportunity_status in ('BOOKED', 'CLOSED')) as revenue,
    avg(coalesce(jobs.total_actual_cost, jobs.total_estimated_cost))
      filter (where jobs.opportunity_status in ('BOOKED', 'CLOSED')) as mean_value,
    count(distinct jobs.customer_id) as unique_customers,
    count(distinct jobs.sales_person_id) as sales_people_count,
    min(jobs.job_date) as first_job_date,
    max(jobs.job_date) as last_job_date
  from journey.jobs as jobs
  where jobs.business_id = :business_id
    and not jobs.is_duplicate
    and (:date_from is null or jobs.job_date >= :date_from)
    and (:date_to is null or jobs.job_date < :date_to)
    and (:branch is null or jobs.branch_id = :branch)
    and (:sales_person is null or jobs.sales_person_id = :sales_person)
  group by jobs.branch_id
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
  jobs_by_branch.unique_customers,
  jobs_by_branch.sales_people_count,
  jobs_by_branch.first_job_date,
  jobs_by_branch.last_job_date
from jobs_by_branch
join tenancy.businesses as businesses on businesses.id = :business_id
left join tenancy.branches as branches
  on branches.business_id = :business_id
  and branches.id = jobs_by_branch.branch_id
where :currency is null or coalesce(branches.currency, businesses.currency) = :currency
order by currency, total_revenue desc, branch_name

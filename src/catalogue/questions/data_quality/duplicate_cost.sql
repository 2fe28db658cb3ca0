/*
id: duplicate_cost
question: What would duplicates have added to our revenue?
theme: data_quality
grain: one row per branch and currency
definition: >-
  Booked and closed jobs that are marked as duplicates, beside the revenue without them.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: all_jobs
rows: {only: [is_duplicate], measures: {duplicates: count}}
chart: {type: bar, x: branch_name, y: [false_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: duplicates, type: integer, unit: jobs, meaning: "Marked as duplicate, of every status"}
  - {name: sold_duplicates, type: integer, unit: jobs, meaning: "Of these booked or closed"}
  - {name: false_revenue, type: money, meaning: "What these would have added"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: false_percent, type: number, unit: "%", meaning: "false revenue / true revenue"}
*/
with business as (
  select currency
  from tenancy.businesses
  where id = :business_id
),

duplicates as (
  select
    coalesce(branches.name, '(no branch)') as branch_name,
    coalesce(branches.currency, business.currency)::text as currency,
    count(*) as duplicates,
    count(*) filter (where jobs.opportunity_status in ('BOOKED', 'CLOSED')) as sold_duplicates,
    coalesce(sum(coalesce(jobs.total_actual_cost, jobs.total_estimated_cost)) filter (where jobs.opportunity_status in ('BOOKED', 'CLOSED')), 0) as false_revenue
  from journey.jobs as jobs
  cross join business
  left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = jobs.branch_id
  where jobs.business_id = :business_id
    and jobs.is_duplicate
    and (:date_from is null or jobs.job_date >= :date_from)
    and (:date_to is null or jobs.job_date < :date_to)
    and (:branch is null or jobs.branch_id = :branch)
    and (:sales_person is null or jobs.sales_person_id = :sales_person)
    and (:lead_source is null or trim(jobs.referral_source) in (select spelling from journey.lead_source_spellings where business_id = :business_id and lead_source_id = :lead_source))
    and (:status is null or jobs.opportunity_status = :status)
    and (:currency is null or coalesce(branches.currency, business.currency) = :currency)
  group by 1, 2
),

sales as (
  select branch_name, currency, coalesce(sum(revenue), 0) as total_revenue
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
  group by 1, 2
)

select
  duplicates.branch_name,
  duplicates.currency,
  duplicates.duplicates,
  duplicates.sold_duplicates,
  duplicates.false_revenue,
  coalesce(sales.total_revenue, 0) as total_revenue,
  round(100 * duplicates.false_revenue / nullif(sales.total_revenue, 0), 2) as false_percent
from duplicates
left join sales on sales.branch_name = duplicates.branch_name and sales.currency = duplicates.currency
order by duplicates.currency, duplicates.false_revenue desc, duplicates.branch_name

/*
id: duplicate_prevention_insights
question: Which jobs are marked as duplicates, and what would they have added?
theme: data_quality
grain: one row per month, branch, sales person, status and currency
definition: >-
  Jobs marked as duplicates, with the amount they would have added to the figures (actual total,
  else estimated).
dateBasis: service day (jobs.job_date), when days are asked for
receipt: all_jobs
rows: {only: [is_duplicate]}
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source]
columns:
  - {name: analysis_type, type: text, meaning: "duplicates"}
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: opportunity_status, type: text, meaning: "QUOTED, BOOKED, CLOSED, LOST or CANCELLED; empty when the file gave none"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: duplicate_count, type: integer, unit: jobs, meaning: "Marked as duplicates"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: duplicate_value, type: money, meaning: "What they would have added"}
caveats:
  - The second view of the documents, by customer, is unique_customers here.
*/
select
  'duplicates' as analysis_type,
  date_trunc('month', jobs.job_date::timestamp)::date as month,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  jobs.opportunity_status,
  coalesce(branches.currency, businesses.currency) as currency,
  count(*) as duplicate_count,
  count(distinct jobs.customer_id) as unique_customers,
  coalesce(sum(coalesce(jobs.total_actual_cost, jobs.total_estimated_cost)), 0) as duplicate_value
from journey.jobs as jobs
join tenancy.businesses as businesses on businesses.id = :business_id
left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = jobs.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = :business_id and sales_persons.id = jobs.sales_person_id
where jobs.business_id = :business_id
  and jobs.is_duplicate
  and (:date_from is null or jobs.job_date >= :date_from)
  and (:date_to is null or jobs.job_date < :date_to)
  and (:branch is null or jobs.branch_id = :branch)
  and (:sales_person is null or jobs.sales_person_id = :sales_person)
  and (:lead_source is null or trim(jobs.referral_source) in (select spelling from journey.lead_source_spellings where business_id = :business_id and lead_source_id = :lead_source))
group by 1, 2, 3, 4, 5, 6
order by month desc nulls last, duplicate_count desc, branch_name, sales_person_name, opportunity_status

/*
id: link_coverage
question: How much of our journey is linked, and how much money hangs on links that are missing?
theme: linkage
grain: one row per joint and currency
definition: >-
  At each joint of the journey, how many rows and how much money are linked to the next
  table and how many are not. A missing link is one that the row's own status calls for.
dateBasis: none (all rows as they stand)
chart: {type: bar, x: joint, y: [linked_percent], series: currency}
parameters: [currency]
columns:
  - {name: joint, type: text, meaning: "From which rows to which"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total, type: integer, unit: rows, meaning: "Rows of the first table"}
  - {name: linked, type: integer, unit: rows, meaning: "Of these, linked"}
  - {name: unlinked, type: integer, unit: rows, meaning: "Of these, not linked"}
  - {name: missing, type: integer, unit: rows, meaning: "Not linked though their status calls for it"}
  - {name: linked_percent, type: percent, meaning: "linked / total"}
  - {name: linked_amount, type: money, meaning: "Money of linked rows; empty where rows carry none"}
  - {name: unlinked_amount, type: money, meaning: "Money of rows that are not linked"}
  - {name: missing_amount, type: money, meaning: "Money of missing links: what is at risk of being counted wrong"}
caveats:
  - "Money is the row's own: revenue estimated for leads and lost leads, invoiced else estimated for opportunities, actual else estimated for jobs, booked total for sales people."
  - Every lead, opportunity, job, bad lead and performance row should have a customer or a person; a lead needs an opportunity once it was booked, an opportunity a job unless it was cancelled or lost, a job an opportunity once it was booked.
  - A lost lead or a bad lead need not be in the other table, so nothing is missing there. Jobs marked as duplicates do not count.
*/
with lead_rows as (
  select
    branch_id,
    booked_opportunity_id is not null as has_opportunity,
    customer_id is not null as has_customer,
    coalesce(status_group in ('booked', 'closed', 'cancelled'), false) as was_booked,
    count(*) as row_count,
    sum(estimated_revenue) as amount
  from catalogue.lead_facts
  where business_id = :business_id
  group by 1, 2, 3, 4
),

opportunity_rows as (
  select
    opportunities.branch_id,
    opportunities.customer_id is not null as has_customer,
    quotes.quote_number is not null as has_job,
    opportunities.stands as needs_job,
    count(*) as row_count,
    sum(opportunities.amount) as amount
  from catalogue.opportunity_facts as opportunities
  left join (
    select distinct quote_number from catalogue.job_facts where business_id = :business_id
  ) as quotes on quotes.quote_number = opportunities.quote_number
  where opportunities.business_id = :business_id
  group by 1, 2, 3, 4
),

job_rows as (
  select
    jobs.branch_id,
    jobs.customer_id is not null as has_customer,
    opportunities.id is not null as has_opportunity,
    jobs.is_sold as was_booked,
    count(*) as row_count,
    sum(jobs.worth) as amount
  from catalogue.job_facts as jobs
  left join catalogue.opportunity_facts as opportunities
    on opportunities.business_id = :business_id
    and opportunities.quote_number = jobs.quote_number
  where jobs.business_id = :business_id
  group by 1, 2, 3, 4
),

-- position, joint, branch, linked, whether a link is called for, rows, money
joints (position, joint, branch_id, is_linked, is_expected, row_count, amount) as (
  select 1, 'lead → opportunity', branch_id, has_opportunity, was_booked, row_count, amount from lead_rows
  union all
  select 2, 'lead → customer', branch_id, has_customer, true, row_count, amount from lead_rows
  union all
  select 3, 'opportunity → customer', branch_id, has_customer, true, row_count, amount from opportunity_rows
  union all
  select 4, 'opportunity → job', branch_id, has_job, needs_job, row_count, amount from opportunity_rows
  union all
  select 5, 'job → customer', branch_id, has_customer, true, row_count, amount from job_rows
  union all
  select 6, 'job → opportunity', branch_id, has_opportunity, was_booked, row_count, amount from job_rows
  union all
  select 7, 'lost lead → opportunity', branch_id, booked_opportunity_id is not null, false, count(*), sum(amount)
  from catalogue.lost_lead_facts where business_id = :business_id group by 3, 4
  union all
  select 8, 'bad lead → lead', null, lead_status_id is not null, false, count(*), null
  from catalogue.bad_lead_facts where business_id = :business_id group by 4
  union all
  select 9, 'bad lead → customer', null, customer_id is not null, true, count(*), null
  from catalogue.bad_lead_facts where business_id = :business_id group by 4
  union all
  select 10, 'sales performance → sales person', null, sales_person_id is not null, true, count(*), sum(booked_total)
  from journey.sales_performance where business_id = :business_id group by 4
  union all
  select 11, 'call performance → sales person', null, sales_person_id is not null, true, count(*), null
  from journey.user_performance where business_id = :business_id group by 4
)

select
  joints.joint,
  coalesce(branches.currency, businesses.currency) as currency,
  sum(joints.row_count)::bigint as total,
  coalesce(sum(joints.row_count) filter (where joints.is_linked), 0)::bigint as linked,
  coalesce(sum(joints.row_count) filter (where not joints.is_linked), 0)::bigint as unlinked,
  coalesce(sum(joints.row_count) filter (where not joints.is_linked and joints.is_expected), 0)::bigint as missing,
  round(100 * coalesce(sum(joints.row_count) filter (where joints.is_linked), 0) / sum(joints.row_count), 2) as linked_percent,
  case when joints.position not in (8, 9, 11) then coalesce(sum(joints.amount) filter (where joints.is_linked), 0) end as linked_amount,
  case when joints.position not in (8, 9, 11) then coalesce(sum(joints.amount) filter (where not joints.is_linked), 0) end as unlinked_amount,
  case when joints.position not in (8, 9, 11) then coalesce(sum(joints.amount) filter (where not joints.is_linked and joints.is_expected), 0) end as missing_amount
from joints
join tenancy.businesses as businesses on businesses.id = :business_id
left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = joints.branch_id
where :currency is null or coalesce(branches.currency, businesses.currency) = :currency
group by joints.position, joints.joint, 2
order by joints.position, currency

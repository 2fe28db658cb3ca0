/*
keys:
  - [joint]
measures:
  total: count
  linked: count where is_linked
  unlinked: count where is_not_linked
  missing: count where is_missing
  linked_percent: percent linked of total
  linked_amount: sum joint_amount where is_linked
  unlinked_amount: sum joint_amount where is_not_linked
  missing_amount: sum joint_amount where is_missing
*/
-- Rows of link_coverage: each row once for each joint it stands at, linked or not, and whether
-- a link is called for.
-- frame: tables
with leads as (
  select id, booked_opportunity_id is not null as has_opportunity, estimated_revenue as money, coalesce(status_group in ('booked', 'closed', 'cancelled'), false) as was_booked
  from journey.lead_status
  where business_id = :business_id
),

opportunities as (
  select
    facts.id, facts.amount as money, facts.stands,
    exists (select from catalogue.job_facts as jobs where jobs.business_id = :business_id and jobs.quote_number = facts.quote_number) as has_job
  from catalogue.opportunity_facts as facts
  where facts.business_id = :business_id
),

jobs as (
  select facts.id, facts.worth as money, facts.is_sold, opportunities.id is not null as has_opportunity
  from catalogue.job_facts as facts
  left join journey.booked_opportunities as opportunities on opportunities.business_id = :business_id and opportunities.quote_number = facts.quote_number
  where facts.business_id = :business_id
),

joints (joint, id, is_linked, is_expected, joint_amount) as (
  select 'lead → opportunity', id, has_opportunity, was_booked, money from leads
  union all
  select 'lead → customer', leads.id, table_rows.has_customer, true, leads.money from leads join table_rows on table_rows.id = leads.id
  union all
  select 'opportunity → customer', opportunities.id, table_rows.has_customer, true, opportunities.money from opportunities join table_rows on table_rows.id = opportunities.id
  union all
  select 'opportunity → job', id, has_job, stands, money from opportunities
  union all
  select 'job → customer', jobs.id, table_rows.has_customer, true, jobs.money from jobs join table_rows on table_rows.id = jobs.id
  union all
  select 'job → opportunity', id, has_opportunity, is_sold, money from jobs
  union all
  select 'lost lead → opportunity', id, booked_opportunity_id is not null, false, estimated_amount from journey.lost_leads where business_id = :business_id
  union all
  select 'bad lead → lead', id, lead_status_id is not null, false, null from journey.bad_leads where business_id = :business_id
  union all
  select 'bad lead → customer', id, customer_id is not null, true, null from journey.bad_leads where business_id = :business_id
),

-- The two reports of performance name no customer and stand in no other question's rows.
reports (source, id, reference, joint, is_linked, joint_amount, batch_id, file_id, line) as (
  select 'sales performance', id, name, 'sales performance → sales person', sales_person_id is not null, booked_total, batch_id, file_id, line
  from journey.sales_performance
  where business_id = :business_id
  union all
  select 'call performance', id, name, 'call performance → sales person', sales_person_id is not null, null, batch_id, file_id, line
  from journey.user_performance
  where business_id = :business_id
),

standing as (
  select
    table_rows.source, table_rows.id, table_rows.reference, table_rows.customer_id, table_rows.currency, table_rows.day, table_rows.status,
    table_rows.batch_id, table_rows.file_id, table_rows.line, joints.joint, joints.is_linked, joints.is_expected, joints.joint_amount
  from joints
  join table_rows on table_rows.id = joints.id
  union all
  select
    reports.source, reports.id, reports.reference, null, businesses.currency::text, null, null,
    reports.batch_id, reports.file_id, reports.line, reports.joint, reports.is_linked, true, reports.joint_amount
  from reports
  join tenancy.businesses as businesses on businesses.id = :business_id
)

select *, not is_linked as is_not_linked, is_expected and not is_linked as is_missing
from standing
where :currency is null or currency = :currency

/*
keys:
  - [id, quote_number, customer_id, currency, branch_id, branch_name, sales_person_id, sales_person_name]
  - [lead_source_id, lead_source_name, lead_source_category, status, gender]
measures:
  total_jobs: count where is_job
  booked_jobs: count where is_booked
  closed_jobs: count where is_closed
  sold_jobs: count where is_sold
  lost_jobs: count where is_lost_job
  quoted_jobs: count where is_quoted_job
  total_revenue: sum revenue
  total_leads: count where is_lead
  quoted_leads: count where is_quoted
  won_leads: count where is_won
  lost_leads: count where is_lost_lead
  bad_leads: count where is_bad_lead
  booked_opportunities: count where is_opportunity
  closed_opportunities: count where is_closed_opportunity
  opportunity_revenue: sum amount
*/
-- Rows of questions about several tables: each row of each table once, under its own day.
with stacked as (
  select
    'job' as source, id, coalesce(job_number, job_id) as reference, quote_number, customer_id, currency, job_date as day, status, branch_id, branch_name,
    sales_person_id, sales_person_name, lead_source_id, lead_source_name, lead_source_category, batch_id, file_id, line, is_sold,
    coalesce(status = 'BOOKED', false) as is_booked, coalesce(status = 'CLOSED', false) as is_closed, coalesce(status = 'LOST', false) as is_lost_job,
    coalesce(status = 'QUOTED', false) as is_quoted_job, false as is_quoted, false as is_won, false as is_closed_opportunity, revenue, null::numeric as amount,
    null::uuid as lead_status_id
  from catalogue.job_facts
  where business_id = :business_id
  union all
  select
    'opportunity', id, quote_number, quote_number, customer_id, currency, booked_date, status_group, branch_id, branch_name,
    sales_person_id, sales_person_name, lead_source_id, lead_source_name, lead_source_category, batch_id, file_id, line, false,
    false, false, false, false, false, false, coalesce(status_group = 'closed', false), null, case when stands then amount end, null
  from catalogue.opportunity_facts
  where business_id = :business_id
  union all
  select
    'lead', id, quote_number, quote_number, customer_id, currency, (received_at at time zone :time_zone)::date, status_group, branch_id, branch_name,
    sales_person_id, sales_person_name, lead_source_id, lead_source_name, lead_source_category, batch_id, file_id, line, false,
    false, false, false, false, is_quoted, is_won, false, null, null, null
  from catalogue.lead_facts
  where business_id = :business_id
  union all
  select
    'lost lead', id, quote_number, quote_number, customer_id, currency, lost_date, reason, branch_id, branch_name,
    sales_person_id, null, lead_source_id, lead_source_name, lead_source_category, batch_id, file_id, line, false,
    false, false, false, false, false, false, false, null, null, null
  from catalogue.lost_lead_facts
  where business_id = :business_id
  union all
  -- A bad lead names no branch: it stands under the currency of the business.
  select
    'bad lead', facts.id, facts.provider, null, facts.customer_id, businesses.currency::text, facts.date_lead_received, facts.reason, facts.branch_id, null,
    null, null, facts.lead_source_id, facts.lead_source_name, facts.lead_source_category, facts.batch_id, facts.file_id, facts.line, false,
    false, false, false, false, false, false, false, null, null, facts.lead_status_id
  from catalogue.bad_lead_facts as facts
  join tenancy.businesses as businesses on businesses.id = facts.business_id
  where facts.business_id = :business_id
)

select
  stacked.*,
  stacked.source = 'job' as is_job,
  stacked.source = 'lead' as is_lead,
  stacked.source = 'lost lead' as is_lost_lead,
  stacked.source = 'bad lead' as is_bad_lead,
  stacked.source = 'opportunity' as is_opportunity,
  stacked.customer_id is not null as has_customer,
  case stacked.source when 'job' then 'jobs' when 'lead' then 'lead_status' when 'opportunity' then 'booked_opportunities' end as table_name,
  lower(stacked.status) as status_word,
  people.gender,
  people.first_lead_date
from stacked
left join customers.customers as people on people.business_id = :business_id and people.id = stacked.customer_id

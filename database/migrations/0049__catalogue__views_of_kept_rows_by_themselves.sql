-- The facts over kept rows, as of 0031, from tables that hold currency and lead themselves: the
-- same columns and rows as the facts while the copies are at the state of the data.

create view catalogue.job_facts_kept with (security_invoker = true) as
select
  jobs.business_id,
  jobs.id,
  jobs.customer_id,
  jobs.branch_id,
  jobs.sales_person_id,
  spellings.lead_source_id,
  jobs.currency,
  jobs.job_date,
  jobs.opportunity_status as status,
  jobs.is_sold,
  jobs.worth,
  case when jobs.is_sold then jobs.worth end as revenue,
  jobs.estimated,
  jobs.actual,
  jobs.crew,
  jobs.trucks,
  jobs.hours,
  jobs.hourly_rate_quoted,
  jobs.hourly_rate_billed,
  jobs.created_at_utc as quoted_at,
  jobs.booked_at_utc as booked_at,
  jobs.job_id,
  jobs.job_number,
  jobs.quote_number,
  jobs.job_type,
  coalesce(branches.name, '(no branch)') as branch_name,
  branches.city as branch_city,
  branches.state as branch_state,
  coalesce(branches.time_zone, businesses.time_zone) as time_zone,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  coalesce(lead_sources.name, nullif(jobs.referral_source, ''), '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  jobs.affiliate_name,
  jobs.origin_city,
  jobs.origin_state,
  jobs.destination_city,
  jobs.destination_state,
  jobs.route_type
from catalogue.kept_jobs as jobs
join tenancy.businesses as businesses on businesses.id = jobs.business_id
left join tenancy.branches as branches on branches.business_id = jobs.business_id and branches.id = jobs.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = jobs.business_id and sales_persons.id = jobs.sales_person_id
left join journey.lead_source_spellings as spellings on spellings.business_id = jobs.business_id and spellings.spelling = jobs.referral_source
left join journey.lead_sources as lead_sources on lead_sources.business_id = spellings.business_id and lead_sources.id = spellings.lead_source_id
where not jobs.is_duplicate;

comment on view catalogue.job_facts_kept is 'catalogue.job_facts from kept rows.';

create view catalogue.lead_facts_kept with (security_invoker = true) as
select
  leads.business_id,
  leads.id,
  leads.customer_id,
  leads.branch_id,
  leads.sales_person_id,
  leads.lead_source_id,
  leads.booked_opportunity_id,
  leads.currency,
  leads.received_at,
  leads.quote_sent_at,
  leads.service_date,
  leads.response_minutes,
  leads.status_group,
  leads.is_quoted,
  leads.is_won,
  leads.is_lost,
  leads.is_bad,
  leads.estimated_revenue,
  leads.quote_number,
  leads.status,
  leads.status_reason,
  leads.time_to_contact,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  coalesce(lead_sources.name, '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category
from catalogue.kept_leads as leads
left join tenancy.branches as branches on branches.business_id = leads.business_id and branches.id = leads.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = leads.business_id and sales_persons.id = leads.sales_person_id
left join journey.lead_sources as lead_sources on lead_sources.business_id = leads.business_id and lead_sources.id = leads.lead_source_id;

comment on view catalogue.lead_facts_kept is 'catalogue.lead_facts from kept rows.';

create view catalogue.opportunity_facts_kept with (security_invoker = true) as
select
  opportunities.business_id,
  opportunities.id,
  opportunities.customer_id,
  opportunities.branch_id,
  opportunities.sales_person_id,
  spellings.lead_source_id,
  opportunities.currency,
  opportunities.booked_date,
  opportunities.service_date,
  opportunities.status_group,
  opportunities.stands,
  opportunities.amount,
  opportunities.estimated_amount,
  opportunities.invoiced_amount,
  opportunities.quote_number,
  opportunities.status,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  coalesce(lead_sources.name, nullif(opportunities.referral_source, ''), '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category
from catalogue.kept_opportunities as opportunities
left join tenancy.branches as branches on branches.business_id = opportunities.business_id and branches.id = opportunities.branch_id
left join journey.sales_persons as sales_persons
  on sales_persons.business_id = opportunities.business_id and sales_persons.id = opportunities.sales_person_id
left join journey.lead_source_spellings as spellings
  on spellings.business_id = opportunities.business_id and spellings.spelling = opportunities.referral_source
left join journey.lead_sources as lead_sources on lead_sources.business_id = spellings.business_id and lead_sources.id = spellings.lead_source_id;

comment on view catalogue.opportunity_facts_kept is 'catalogue.opportunity_facts from kept rows.';

create view catalogue.lost_lead_facts_kept with (security_invoker = true) as
select
  lost.business_id,
  lost.id,
  lost.customer_id,
  lost.branch_id,
  lost.sales_person_id,
  lost.lead_source_id,
  lost.booked_opportunity_id,
  lost.currency,
  lost.lost_date,
  lost.move_date,
  lost.received_at,
  lost.response_minutes,
  lost.amount,
  lost.quote_number,
  lost.name,
  lost.reason,
  lost.time_to_first_contact,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(lead_sources.name, '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  coalesce(branches.time_zone, businesses.time_zone) as time_zone
from catalogue.kept_lost_leads as lost
join tenancy.businesses as businesses on businesses.id = lost.business_id
left join tenancy.branches as branches on branches.business_id = lost.business_id and branches.id = lost.branch_id
left join journey.lead_sources as lead_sources
  on lead_sources.business_id = lost.business_id and lead_sources.id = lost.lead_source_id;

comment on view catalogue.lost_lead_facts_kept is 'catalogue.lost_lead_facts from kept rows.';

create view catalogue.bad_lead_facts_kept with (security_invoker = true) as
select
  bad.business_id,
  bad.id,
  bad.customer_id,
  bad.lead_status_id,
  bad.lead_source_id,
  bad.branch_id,
  bad.date_lead_received,
  bad.move_date,
  bad.reason,
  bad.provider,
  bad.customer_name,
  bad.customer_email,
  bad.customer_phone,
  coalesce(lead_sources.name, '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category
from catalogue.kept_bad_leads as bad
left join journey.lead_sources as lead_sources on lead_sources.business_id = bad.business_id and lead_sources.id = bad.lead_source_id;

comment on view catalogue.bad_lead_facts_kept is 'catalogue.bad_lead_facts from kept rows.';

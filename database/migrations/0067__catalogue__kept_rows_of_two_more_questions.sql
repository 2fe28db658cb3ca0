-- What two slow questions still read from the wide tables: when a job was loaded and closed
-- (job_funnel_as_it_was), and under which text a lead without a source stands (lead_source_performance).

alter table catalogue.kept_jobs
  add column created_at timestamptz,
  add column closed_at_utc timestamptz;

alter table catalogue.kept_leads
  add column unlinked_source text;

comment on column catalogue.kept_jobs.created_at is 'When the row was loaded.';
comment on column catalogue.kept_leads.unlinked_source is 'Source as the lead names it, when it is none of the lead sources.';

-- Copies are made anew by who asks first.
truncate catalogue.kept_jobs, catalogue.kept_leads, catalogue.kept_states;

create or replace view catalogue.job_facts with (security_invoker = true) as
select
  jobs.business_id,
  jobs.id,
  jobs.customer_id,
  jobs.branch_id,
  jobs.sales_person_id,
  spellings.lead_source_id,
  coalesce(branches.currency, businesses.currency)::text as currency,
  jobs.job_date,
  jobs.opportunity_status as status,
  coalesce(jobs.opportunity_status in ('BOOKED', 'CLOSED'), false) as is_sold,
  coalesce(jobs.total_actual_cost, jobs.total_estimated_cost) as worth,
  case when jobs.opportunity_status in ('BOOKED', 'CLOSED') then coalesce(jobs.total_actual_cost, jobs.total_estimated_cost) end as revenue,
  jobs.total_estimated_cost as estimated,
  jobs.total_actual_cost as actual,
  jobs.actual_number_crew as crew,
  jobs.actual_number_trucks as trucks,
  jobs.actual_time_hours as hours,
  jobs.hourly_rate_quoted,
  jobs.hourly_rate_billed,
  jobs.created_at_utc as quoted_at,
  jobs.booked_at_utc as booked_at,
  jobs.job_id,
  jobs.job_number,
  jobs.quote_number,
  coalesce(jobs.job_type, '(no type)') as job_type,
  coalesce(branches.name, '(no branch)') as branch_name,
  branches.city as branch_city,
  branches.state as branch_state,
  coalesce(branches.time_zone, businesses.time_zone) as time_zone,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  coalesce(lead_sources.name, nullif(trim(jobs.referral_source), ''), '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  nullif(trim(jobs.affiliate_name), '') as affiliate_name,
  initcap(trim(jobs.origin_city)) as origin_city,
  upper(trim(jobs.origin_state)) as origin_state,
  initcap(trim(jobs.destination_city)) as destination_city,
  upper(trim(jobs.destination_state)) as destination_state,
  case
    when jobs.origin_state is null or jobs.destination_state is null or jobs.origin_city is null or jobs.destination_city is null then 'unknown'
    when upper(trim(jobs.origin_state)) <> upper(trim(jobs.destination_state)) then 'interstate'
    when lower(trim(jobs.origin_city)) <> lower(trim(jobs.destination_city)) then 'intrastate'
    else 'local'
  end as route_type,
  jobs.batch_id,
  jobs.file_id,
  jobs.line,
  jobs.created_at as loaded_at,
  jobs.closed_at_utc as closed_at
from journey.jobs as jobs
join tenancy.businesses as businesses on businesses.id = jobs.business_id
left join tenancy.branches as branches on branches.business_id = jobs.business_id and branches.id = jobs.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = jobs.business_id and sales_persons.id = jobs.sales_person_id
left join journey.lead_source_spellings as spellings on spellings.business_id = jobs.business_id and spellings.spelling = trim(jobs.referral_source)
left join journey.lead_sources as lead_sources on lead_sources.business_id = spellings.business_id and lead_sources.id = spellings.lead_source_id
where not jobs.is_duplicate;

create or replace view catalogue.job_facts_kept with (security_invoker = true) as
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
  jobs.route_type,
  jobs.created_at as loaded_at,
  jobs.closed_at_utc as closed_at
from catalogue.kept_jobs as jobs
join tenancy.businesses as businesses on businesses.id = jobs.business_id
left join tenancy.branches as branches on branches.business_id = jobs.business_id and branches.id = jobs.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = jobs.business_id and sales_persons.id = jobs.sales_person_id
left join journey.lead_source_spellings as spellings on spellings.business_id = jobs.business_id and spellings.spelling = jobs.referral_source
left join journey.lead_sources as lead_sources on lead_sources.business_id = spellings.business_id and lead_sources.id = spellings.lead_source_id
where not jobs.is_duplicate;

create or replace view catalogue.lead_facts with (security_invoker = true) as
select
  leads.business_id,
  leads.id,
  leads.customer_id,
  leads.branch_id,
  leads.sales_person_id,
  leads.lead_source_id,
  leads.booked_opportunity_id,
  coalesce(branches.currency, businesses.currency)::text as currency,
  leads.received_at,
  leads.quote_sent_at,
  leads.service_date,
  leads.time_to_contact_minutes as response_minutes,
  leads.status_group,
  coalesce(leads.status_group in ('booked', 'closed', 'cancelled'), false) or leads.quote_sent_at is not null as is_quoted,
  coalesce(leads.status_group in ('booked', 'closed'), false) as is_won,
  coalesce(leads.status_group = 'lost', false) as is_lost,
  coalesce(leads.status_group = 'bad', false) as is_bad,
  leads.estimated_revenue,
  leads.quote_number,
  leads.status,
  leads.status_reason,
  leads.time_to_contact,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  coalesce(lead_sources.name, '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  leads.batch_id,
  leads.file_id,
  leads.line,
  case when leads.lead_source_id is null then trim(leads.referral_source) end as unlinked_source
from journey.lead_status as leads
join tenancy.businesses as businesses on businesses.id = leads.business_id
left join tenancy.branches as branches on branches.business_id = leads.business_id and branches.id = leads.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = leads.business_id and sales_persons.id = leads.sales_person_id
left join journey.lead_sources as lead_sources on lead_sources.business_id = leads.business_id and lead_sources.id = leads.lead_source_id;

create or replace view catalogue.lead_facts_kept with (security_invoker = true) as
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
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  leads.unlinked_source
from catalogue.kept_leads as leads
left join tenancy.branches as branches on branches.business_id = leads.business_id and branches.id = leads.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = leads.business_id and sales_persons.id = leads.sales_person_id
left join journey.lead_sources as lead_sources on lead_sources.business_id = leads.business_id and lead_sources.id = leads.lead_source_id;

-- What questions, analysts and other tools read: the rows of the journey with their names,
-- their currency and one meaning of revenue. Each view has exactly one row per row of the
-- table it stands for: everything joined to it is joined by a unique key. A join whose columns
-- nobody asks for is left out by the planner.

create view catalogue.job_facts with (security_invoker = true) as
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
  jobs.line
from journey.jobs as jobs
join tenancy.businesses as businesses on businesses.id = jobs.business_id
left join tenancy.branches as branches on branches.business_id = jobs.business_id and branches.id = jobs.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = jobs.business_id and sales_persons.id = jobs.sales_person_id
left join journey.lead_source_spellings as spellings on spellings.business_id = jobs.business_id and spellings.spelling = trim(jobs.referral_source)
left join journey.lead_sources as lead_sources on lead_sources.business_id = spellings.business_id and lead_sources.id = spellings.lead_source_id
where not jobs.is_duplicate;

comment on view catalogue.job_facts is 'Grain: one job that is not marked as duplicate. revenue is the actual total, else the estimated one, of booked and closed jobs; worth is the same of every job.';

create view catalogue.lead_facts with (security_invoker = true) as
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
  leads.line
from journey.lead_status as leads
join tenancy.businesses as businesses on businesses.id = leads.business_id
left join tenancy.branches as branches on branches.business_id = leads.business_id and branches.id = leads.branch_id
left join journey.sales_persons as sales_persons on sales_persons.business_id = leads.business_id and sales_persons.id = leads.sales_person_id
left join journey.lead_sources as lead_sources on lead_sources.business_id = leads.business_id and lead_sources.id = leads.lead_source_id;

comment on view catalogue.lead_facts is 'Grain: one lead of the pool (a quote number). is_quoted: a quote was sent, or it got further; is_won: booked or closed now.';

create view catalogue.opportunity_facts with (security_invoker = true) as
select
  opportunities.business_id,
  opportunities.id,
  opportunities.customer_id,
  opportunities.branch_id,
  opportunities.sales_person_id,
  spellings.lead_source_id,
  coalesce(branches.currency, businesses.currency)::text as currency,
  opportunities.booked_date,
  opportunities.service_date,
  opportunities.status_group,
  coalesce(opportunities.status_group not in ('cancelled', 'lost', 'bad'), true) as stands,
  coalesce(opportunities.invoiced_amount, opportunities.estimated_amount) as amount,
  opportunities.estimated_amount,
  opportunities.invoiced_amount,
  opportunities.quote_number,
  opportunities.status,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(sales_persons.name, '(no sales person)') as sales_person_name,
  coalesce(lead_sources.name, nullif(trim(opportunities.referral_source), ''), '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  opportunities.batch_id,
  opportunities.file_id,
  opportunities.line
from journey.booked_opportunities as opportunities
join tenancy.businesses as businesses on businesses.id = opportunities.business_id
left join tenancy.branches as branches on branches.business_id = opportunities.business_id and branches.id = opportunities.branch_id
left join journey.sales_persons as sales_persons
  on sales_persons.business_id = opportunities.business_id and sales_persons.id = opportunities.sales_person_id
left join journey.lead_source_spellings as spellings
  on spellings.business_id = opportunities.business_id and spellings.spelling = trim(opportunities.referral_source)
left join journey.lead_sources as lead_sources on lead_sources.business_id = spellings.business_id and lead_sources.id = spellings.lead_source_id;

comment on view catalogue.opportunity_facts is 'Grain: one opportunity (a quote that was booked at least once). amount is invoiced, else estimated; stands: neither cancelled, lost nor bad now.';

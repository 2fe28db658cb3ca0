-- Lost and bad leads name neither branch nor seller: what the lead of the same quote names
-- stands for them.

create view catalogue.lost_lead_facts with (security_invoker = true) as
select
  lost.business_id,
  lost.id,
  lost.customer_id,
  leads.branch_id,
  leads.sales_person_id,
  coalesce(lost.lead_source_id, leads.lead_source_id) as lead_source_id,
  lost.booked_opportunity_id,
  coalesce(branches.currency, businesses.currency)::text as currency,
  lost.lost_date,
  lost.move_date,
  lost.date_received as received_at,
  lost.time_to_first_contact_minutes as response_minutes,
  lost.estimated_amount as amount,
  lost.quote_number,
  lost.name,
  coalesce(lost.reason, '(no reason)') as reason,
  lost.time_to_first_contact,
  coalesce(branches.name, '(no branch)') as branch_name,
  coalesce(lead_sources.name, '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  coalesce(branches.time_zone, businesses.time_zone) as time_zone,
  lost.batch_id,
  lost.file_id,
  lost.line
from journey.lost_leads as lost
join tenancy.businesses as businesses on businesses.id = lost.business_id
left join journey.lead_status as leads on leads.business_id = lost.business_id and leads.quote_number = lost.quote_number
left join tenancy.branches as branches on branches.business_id = leads.business_id and branches.id = leads.branch_id
left join journey.lead_sources as lead_sources
  on lead_sources.business_id = lost.business_id and lead_sources.id = coalesce(lost.lead_source_id, leads.lead_source_id);

comment on view catalogue.lost_lead_facts is 'Grain: one lost lead (a quote number), with the branch, seller and source of its lead.';

create view catalogue.bad_lead_facts with (security_invoker = true) as
select
  bad.business_id,
  bad.id,
  bad.customer_id,
  bad.lead_status_id,
  bad.lead_source_id,
  leads.branch_id,
  bad.date_lead_received,
  bad.move_date,
  coalesce(bad.lead_bad_reason, '(no reason)') as reason,
  coalesce(bad.provider, '(no provider)') as provider,
  bad.customer_name,
  bad.customer_email,
  bad.customer_phone,
  coalesce(lead_sources.name, '(no source)') as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  bad.batch_id,
  bad.file_id,
  bad.line
from journey.bad_leads as bad
left join journey.lead_status as leads on leads.business_id = bad.business_id and leads.id = bad.lead_status_id
left join journey.lead_sources as lead_sources on lead_sources.business_id = bad.business_id and lead_sources.id = bad.lead_source_id;

comment on view catalogue.bad_lead_facts is 'Grain: one bad lead, with the branch of the lead it is, when that is known.';

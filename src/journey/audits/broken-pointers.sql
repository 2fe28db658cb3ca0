-- Rows of the journey that point where they must not; a sound journey returns no row.
-- $1 business
with rows as (
  select 'journey.jobs' as source, job.id, job.customer_id
  from journey.jobs as job
  where job.business_id = $1
  union all
  select 'journey.booked_opportunities', opportunity.id, opportunity.customer_id
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
  union all
  select 'journey.lost_leads', lost.id, lost.customer_id
  from journey.lost_leads as lost
  where lost.business_id = $1
  union all
  select 'journey.bad_leads', bad.id, bad.customer_id
  from journey.bad_leads as bad
  where bad.business_id = $1
)

select 'row that belongs to another customer than its link says' as offence, rows.id as example
from rows
join customers.records as record
  on record.business_id = $1
  and record.source_id = rows.id
  and record.source = rows.source
where record.customer_id is distinct from rows.customer_id
union all
select 'lead of a customer that was merged away', lead.id
from journey.lead_status as lead
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = lead.customer_id
where lead.business_id = $1
  and not customer.is_primary_record
union all
select 'lead linked to an opportunity of another quote', lead.id
from journey.lead_status as lead
join journey.booked_opportunities as opportunity
  on opportunity.business_id = $1
  and opportunity.id = lead.booked_opportunity_id
where lead.business_id = $1
  and opportunity.quote_number <> lead.quote_number
union all
select 'lost lead linked to an opportunity of another quote', lost.id
from journey.lost_leads as lost
join journey.booked_opportunities as opportunity
  on opportunity.business_id = $1
  and opportunity.id = lost.booked_opportunity_id
where lost.business_id = $1
  and opportunity.quote_number <> lost.quote_number

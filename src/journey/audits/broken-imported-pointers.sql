-- Rows that an import created or changed and that point where they must not; a sound import returns no row.
-- A load links leads to the opportunities that are there; the customers of rows it changed are the build's.
-- $1 business, $2 batch
with
changed as (
  select change.row_id, change.table_name
  from import.row_changes as change
  where change.business_id = $1
    and change.batch_id = $2
),

leads as (
  select lead.id, lead.quote_number, lead.booked_opportunity_id
  from journey.lead_status as lead
  where lead.business_id = $1
    and lead.booked_opportunity_id is not null
    and (lead.batch_id = $2 or lead.id in (select changed.row_id from changed where changed.table_name = 'journey.lead_status'))
),

lost_leads as (
  select lost.id, lost.quote_number, lost.booked_opportunity_id
  from journey.lost_leads as lost
  where lost.business_id = $1
    and lost.booked_opportunity_id is not null
    and (lost.batch_id = $2 or lost.id in (select changed.row_id from changed where changed.table_name = 'journey.lost_leads'))
),

people as (
  select changed.table_name as source, job.id, job.customer_id
  from changed
  join journey.jobs as job
    on job.business_id = $1
    and job.id = changed.row_id
  union all
  select changed.table_name, opportunity.id, opportunity.customer_id
  from changed
  join journey.booked_opportunities as opportunity
    on opportunity.business_id = $1
    and opportunity.id = changed.row_id
  union all
  select changed.table_name, lost.id, lost.customer_id
  from changed
  join journey.lost_leads as lost
    on lost.business_id = $1
    and lost.id = changed.row_id
  union all
  select changed.table_name, bad.id, bad.customer_id
  from changed
  join journey.bad_leads as bad
    on bad.business_id = $1
    and bad.id = changed.row_id
)

select 'row that belongs to another customer than its link says' as offence, people.id as example
from people
join customers.records as record
  on record.business_id = $1
  and record.source_id = people.id
  and record.source = people.source
where record.customer_id is distinct from people.customer_id
union all
select 'lead linked to an opportunity of another quote', leads.id
from leads
join journey.booked_opportunities as opportunity
  on opportunity.business_id = $1
  and opportunity.id = leads.booked_opportunity_id
where opportunity.quote_number <> leads.quote_number
union all
select 'lost lead linked to an opportunity of another quote', lost_leads.id
from lost_leads
join journey.booked_opportunities as opportunity
  on opportunity.business_id = $1
  and opportunity.id = lost_leads.booked_opportunity_id
where opportunity.quote_number <> lost_leads.quote_number

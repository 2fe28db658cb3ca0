-- How many rows are linked at each joint of the journey. Jobs marked as duplicates do not count.
-- $1 business
with
jobs as (
  select
    count(*) as total,
    count(job.customer_id) as with_customer,
    count(opportunity.id) as with_opportunity
  from journey.jobs as job
  left join journey.booked_opportunities as opportunity
    on opportunity.business_id = $1
    and opportunity.quote_number = job.quote_number
  where job.business_id = $1
    and not job.is_duplicate
),

opportunities as (
  select
    count(*) as total,
    count(opportunity.customer_id) as with_customer
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
),

leads as (
  select
    count(*) as total,
    count(lead.customer_id) as with_customer,
    count(lead.lead_source_id) as with_source,
    count(*) filter (where lead.status_group in ('booked', 'closed')) as booked,
    count(lead.booked_opportunity_id) filter (where lead.status_group in ('booked', 'closed')) as booked_with_opportunity,
    count(lead.booked_opportunity_id) as with_opportunity
  from journey.lead_status as lead
  where lead.business_id = $1
),

bad_leads as (
  select
    count(*) as total,
    count(bad.customer_id) as with_customer,
    count(bad.lead_status_id) as with_lead
  from journey.bad_leads as bad
  where bad.business_id = $1
),

lost_leads as (
  select
    count(*) as total,
    count(lost.customer_id) as with_customer,
    count(lost.booked_opportunity_id) as with_opportunity
  from journey.lost_leads as lost
  where lost.business_id = $1
),

calls as (
  select count(*) as total, count(performance.sales_person_id) as linked
  from journey.user_performance as performance
  where performance.business_id = $1
),

sales as (
  select count(*) as total, count(performance.sales_person_id) as linked
  from journey.sales_performance as performance
  where performance.business_id = $1
)

select joint.name, joint.total, joint.linked
from jobs
cross join opportunities
cross join leads
cross join bad_leads
cross join lost_leads
cross join calls
cross join sales
cross join lateral (
  values
    (1, 'job_customer', jobs.total, jobs.with_customer),
    (2, 'job_opportunity', jobs.total, jobs.with_opportunity),
    (3, 'opportunity_customer', opportunities.total, opportunities.with_customer),
    (4, 'lead_customer', leads.total, leads.with_customer),
    (5, 'lead_opportunity', leads.total, leads.with_opportunity),
    (6, 'booked_lead_opportunity', leads.booked, leads.booked_with_opportunity),
    (7, 'lead_lead_source', leads.total, leads.with_source),
    (8, 'bad_lead_customer', bad_leads.total, bad_leads.with_customer),
    (9, 'bad_lead_lead', bad_leads.total, bad_leads.with_lead),
    (10, 'lost_lead_customer', lost_leads.total, lost_leads.with_customer),
    (11, 'lost_lead_opportunity', lost_leads.total, lost_leads.with_opportunity),
    (12, 'user_performance_sales_person', calls.total, calls.linked),
    (13, 'sales_performance_sales_person', sales.total, sales.linked)
) as joint (position, name, total, linked)
order by joint.position

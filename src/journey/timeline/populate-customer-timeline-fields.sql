-- first_lead_date: the earliest true lead date over a customer's rows in the lead pool (leads,
-- bad leads, lost leads; a walk-in job is no lead), as a day in the zone in which the row was read (the branch's, else the business's); never the time of loading.
-- conversion_date: the earliest booked date, or day of a booked or closed job.
-- Written where it differs, in either direction, unless the field was set by hand.
-- $1 business
with
branch_zones as (
  select
    branch.id,
    branch.time_zone
  from tenancy.branches as branch
  where branch.business_id = $1
    and branch.time_zone is not null
),

first_days as (
  select
    lead.customer_id,
    min((lead.received_at at time zone coalesce(branch_zones.time_zone, business.time_zone))::date) as day
  from journey.lead_status as lead
  join tenancy.businesses as business on business.id = $1
  left join branch_zones on branch_zones.id = lead.branch_id
  where lead.business_id = $1
    and lead.customer_id is not null
  group by lead.customer_id

  union all

  select
    bad.customer_id,
    min(bad.date_lead_received) as day
  from journey.bad_leads as bad
  where bad.business_id = $1
    and bad.customer_id is not null
  group by bad.customer_id

  union all

  select
    lost.customer_id,
    min((lost.date_received at time zone business.time_zone)::date) as day
  from journey.lost_leads as lost
  join tenancy.businesses as business on business.id = $1
  where lost.business_id = $1
    and lost.customer_id is not null
  group by lost.customer_id
),

conversion_days as (
  select
    opportunity.customer_id,
    min(opportunity.booked_date) as day
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
    and opportunity.customer_id is not null
  group by opportunity.customer_id

  union all

  select
    job.customer_id,
    min(job.job_date) as day
  from journey.jobs as job
  where job.business_id = $1
    and job.customer_id is not null
    and job.opportunity_status in ('BOOKED', 'CLOSED')
    and not job.is_duplicate
  group by job.customer_id
),

first_leads as (
  select customer_id, min(day) as day
  from first_days
  group by customer_id
),

conversions as (
  select customer_id, min(day) as day
  from conversion_days
  group by customer_id
),

wanted as (
  select
    customer.id,
    case when 'first_lead_date' = any (customer.edited_fields) then customer.first_lead_date else first_leads.day end as first_lead_date,
    case when 'conversion_date' = any (customer.edited_fields) then customer.conversion_date else conversions.day end as conversion_date
  from customers.customers as customer
  left join first_leads on first_leads.customer_id = customer.id
  left join conversions on conversions.customer_id = customer.id
  where customer.business_id = $1
)

update customers.customers as customer
set
  first_lead_date = wanted.first_lead_date,
  conversion_date = wanted.conversion_date
from wanted
where customer.business_id = $1
  and customer.id = wanted.id
  and (
    customer.first_lead_date is distinct from wanted.first_lead_date
    or customer.conversion_date is distinct from wanted.conversion_date
  )

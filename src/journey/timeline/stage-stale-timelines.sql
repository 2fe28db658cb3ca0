-- first_lead_date: the earliest true lead date over a customer's rows in the lead pool (leads,
-- bad leads, lost leads; a walk-in job is no lead), as a day in the zone in which the row was
-- read (the branch's, else the business's); never the time of loading.
-- conversion_date: the earliest booked date, or day of a booked or closed job.
-- Only customers for whom they differ, in either direction; a field set by hand stays.
-- (No "customer_id is not null" below: right after the rows were linked the planner still
-- believes that none is, and would loop.)
-- $1 business, $2 whether only the customers in `touched_customers` are looked at
create temp table stale_timelines on commit drop as
with
business_zone as (
  select business.time_zone
  from tenancy.businesses as business
  where business.id = $1
),

branch_zones as (
  select
    branch.id,
    branch.time_zone
  from tenancy.branches as branch
  where branch.business_id = $1
    and branch.time_zone is not null
),

days as (
  select
    lead.customer_id,
    (lead.received_at at time zone coalesce(branch_zones.time_zone, (select business_zone.time_zone from business_zone)))::date as lead_day,
    null::date as conversion_day
  from journey.lead_status as lead
  left join branch_zones on branch_zones.id = lead.branch_id
  where lead.business_id = $1
    and (not $2 or lead.customer_id in (select touched.id from touched_customers as touched))

  union all

  select
    bad.customer_id,
    bad.date_lead_received as lead_day,
    null::date as conversion_day
  from journey.bad_leads as bad
  where bad.business_id = $1
    and (not $2 or bad.customer_id in (select touched.id from touched_customers as touched))

  union all

  select
    lost.customer_id,
    (lost.date_received at time zone (select business_zone.time_zone from business_zone))::date as lead_day,
    null::date as conversion_day
  from journey.lost_leads as lost
  where lost.business_id = $1
    and (not $2 or lost.customer_id in (select touched.id from touched_customers as touched))

  union all

  select
    opportunity.customer_id,
    null::date as lead_day,
    opportunity.booked_date as conversion_day
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
    and (not $2 or opportunity.customer_id in (select touched.id from touched_customers as touched))

  union all

  select
    job.customer_id,
    null::date as lead_day,
    job.job_date as conversion_day
  from journey.jobs as job
  where job.business_id = $1
    and job.opportunity_status in ('BOOKED', 'CLOSED')
    and not job.is_duplicate
    and (not $2 or job.customer_id in (select touched.id from touched_customers as touched))

  union all

  -- Customers that no row has a day for: theirs are emptied.
  select
    customer.id as customer_id,
    null::date as lead_day,
    null::date as conversion_day
  from customers.customers as customer
  where customer.business_id = $1
    and (not $2 or customer.id in (select touched.id from touched_customers as touched))
),

wanted as (
  select
    days.customer_id,
    min(days.lead_day) as first_lead_date,
    min(days.conversion_day) as conversion_date
  from days
  group by days.customer_id
)

select
  customer.id as customer_id,
  case when 'first_lead_date' = any (customer.edited_fields) then customer.first_lead_date else wanted.first_lead_date end as first_lead_date,
  case when 'conversion_date' = any (customer.edited_fields) then customer.conversion_date else wanted.conversion_date end as conversion_date
from wanted
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = wanted.customer_id
where (customer.first_lead_date is distinct from wanted.first_lead_date and not 'first_lead_date' = any (customer.edited_fields))
  or (customer.conversion_date is distinct from wanted.conversion_date and not 'conversion_date' = any (customer.edited_fields))

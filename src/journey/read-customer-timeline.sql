-- A customer's life in order: one row per thing that happened, from the first lead to the
-- closed job, each with its amount, its branch and the import, file and line it came from.
-- $1 business, $2 customer
with business as (
  select
    id,
    time_zone,
    currency
  from tenancy.businesses
  where id = $1
),

leads as (
  select 'lead' as kind, lead.received_at as at, null::date as on_day, 'journey.lead_status' as source, lead.id as source_id, lead.quote_number as key, lead.quote_number, lead.referral_source as detail, lead.status, lead.estimated_revenue as amount, lead.branch_id, lead.sales_person, lead.file_id, lead.line
  from journey.lead_status as lead
  where lead.business_id = $1 and lead.customer_id = $2
  union all
  select 'quote_sent', lead.quote_sent_at, null, 'journey.lead_status', lead.id, lead.quote_number, lead.quote_number, lead.service_type, lead.status, lead.estimated_revenue, lead.branch_id, lead.sales_person, lead.file_id, lead.line
  from journey.lead_status as lead
  where lead.business_id = $1 and lead.customer_id = $2 and lead.quote_sent_at is not null
),

-- A lost lead's receipt counts only where the pool has no lead of that quote.
lost as (
  select 'lead' as kind, lost.date_received as at, null::date as on_day, 'journey.lost_leads' as source, lost.id as source_id, lost.quote_number as key, lost.quote_number, null::text as detail, null::text as status, lost.estimated_amount as amount, null::uuid as branch_id, null::text as sales_person, lost.file_id, lost.line
  from journey.lost_leads as lost
  where lost.business_id = $1 and lost.customer_id = $2 and lost.date_received is not null
    and not exists (
      select
      from journey.lead_status as lead
      where lead.business_id = $1 and lead.quote_number = lost.quote_number and lead.received_at is not null
    )
  union all
  select 'lost', null, lost.lost_date, 'journey.lost_leads', lost.id, lost.quote_number, lost.quote_number, lost.reason, null, lost.estimated_amount, null, null, lost.file_id, lost.line
  from journey.lost_leads as lost
  where lost.business_id = $1 and lost.customer_id = $2
),

bad as (
  select 'bad_lead' as kind, null::timestamptz as at, bad.date_lead_received as on_day, 'journey.bad_leads' as source, bad.id as source_id, null::text as key, null::text as quote_number, concat_ws(' · ', bad.provider, bad.lead_bad_reason) as detail, null::text as status, null::numeric as amount, null::uuid as branch_id, null::text as sales_person, bad.file_id, bad.line
  from journey.bad_leads as bad
  where bad.business_id = $1 and bad.customer_id = $2
),

bookings as (
  select
    booking.event as kind, null::timestamptz as at, coalesce(booking.booked_date, opportunity.booked_date) as on_day, 'journey.booked_opportunities' as source, opportunity.id as source_id, opportunity.quote_number as key, opportunity.quote_number,
    concat_ws(' → ', opportunity.moving_from, opportunity.moving_to) as detail, opportunity.status,
    coalesce(booking.amount, opportunity.invoiced_amount, opportunity.estimated_amount) as amount, opportunity.branch_id, opportunity.sales_person, opportunity.file_id, opportunity.line
  from journey.booked_opportunities as opportunity
  join journey.booking_events as booking
    on booking.business_id = $1 and booking.booked_opportunity_id = opportunity.id
  where opportunity.business_id = $1 and opportunity.customer_id = $2
),

jobs as (
  select 'quoted' as kind, job.created_at_utc as at, null::date as on_day, 'journey.jobs' as source, job.id as source_id, job.job_number as key, job.quote_number, job.job_type as detail, job.opportunity_status as status, job.total_estimated_cost as amount, job.branch_id, job.sales_person_name as sales_person, job.file_id, job.line
  from journey.jobs as job
  where job.business_id = $1 and job.customer_id = $2 and job.created_at_utc is not null
  union all
  select
    case job.opportunity_status when 'LOST' then 'job_lost' when 'CANCELLED' then 'job_cancelled' when 'QUOTED' then 'job_wished' else 'job' end,
    null, job.job_date, 'journey.jobs', job.id, job.job_number, job.quote_number, concat_ws(' · ', job.job_type, nullif(concat_ws(' → ', job.origin_city, job.destination_city), '')), job.opportunity_status,
    coalesce(job.total_actual_cost, job.total_estimated_cost), job.branch_id, job.sales_person_name, job.file_id, job.line
  from journey.jobs as job
  where job.business_id = $1 and job.customer_id = $2
  union all
  select 'closed', job.closed_at_utc, null, 'journey.jobs', job.id, job.job_number, job.quote_number, job.job_type, job.opportunity_status, job.total_actual_cost, job.branch_id, job.sales_person_name, job.file_id, job.line
  from journey.jobs as job
  where job.business_id = $1 and job.customer_id = $2 and job.closed_at_utc is not null
),

happened as (
  select * from leads
  union all
  select * from lost
  union all
  select * from bad
  union all
  select * from bookings
  union all
  select * from jobs
)

select
  happened.kind,
  coalesce(happened.on_day, (happened.at at time zone coalesce(branch.time_zone, business.time_zone))::date) as "day",
  to_char(happened.at at time zone coalesce(branch.time_zone, business.time_zone), 'HH24:MI') as "time",
  happened.detail,
  happened.status,
  happened.amount::float8 as amount,
  coalesce(branch.currency, business.currency) as currency,
  happened.quote_number as "quoteNumber",
  happened.key,
  happened.source,
  happened.source_id as "sourceId",
  branch.name as branch,
  happened.sales_person as "salesPerson",
  batch.number as "importNumber",
  file.name as "fileName",
  happened.line
from happened
cross join business
left join tenancy.branches as branch on branch.business_id = $1 and branch.id = happened.branch_id
left join import.files as file on file.business_id = $1 and file.id = happened.file_id
left join import.batches as batch on batch.business_id = $1 and batch.id = file.batch_id
order by
  "day" nulls last,
  array_position(array['bad_lead', 'lead', 'quoted', 'quote_sent', 'lost', 'job_lost', 'booked', 'rebooked', 'unbooked', 'job_cancelled', 'job_wished', 'job', 'closed'], happened.kind),
  "time" nulls last,
  happened.key

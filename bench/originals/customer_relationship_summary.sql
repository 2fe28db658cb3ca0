-- customer_relationship_summary as the reference system has it, with its defects: a transcription for comparing speed.
with j as (
  select customer_id, count(*) as total_jobs, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_job_revenue, min(job_date) as first_job_date, max(job_date) as last_job_date
  from journey.jobs
  where is_duplicate = false
  group by customer_id
),
b as (
  select customer_id, count(*) as bad_lead_count, string_agg(distinct lead_bad_reason, ', ') as bad_lead_reasons
  from journey.bad_leads
  group by customer_id
),
o as (
  select customer_id, count(*) as booked_opportunity_count, sum(coalesce(invoiced_amount, estimated_amount, 0)) as total_opportunity_value, min(booked_date) as first_booking_date, max(booked_date) as last_booking_date
  from journey.booked_opportunities
  group by customer_id
)
select c.id as customer_id, c.name as customer_name, c.email, c.phone, coalesce(j.total_jobs, 0) as total_jobs, coalesce(j.booked_jobs, 0) as booked_jobs, coalesce(j.closed_jobs, 0) as closed_jobs, coalesce(j.total_job_revenue, 0) as total_job_revenue,
  j.first_job_date, j.last_job_date, coalesce(b.bad_lead_count, 0) as bad_lead_count, b.bad_lead_reasons, coalesce(o.booked_opportunity_count, 0) as booked_opportunity_count, coalesce(o.total_opportunity_value, 0) as total_opportunity_value,
  o.first_booking_date, o.last_booking_date,
  case when j.total_jobs > 1 then 'repeat customer' when j.total_jobs = 1 then 'customer' when o.customer_id is not null then 'booked' else 'bad lead' end as customer_type
from journey.customers as c
left join j on j.customer_id = c.id
left join b on b.customer_id = c.id
left join o on o.customer_id = c.id
where j.customer_id is not null or b.customer_id is not null or o.customer_id is not null
order by total_job_revenue desc

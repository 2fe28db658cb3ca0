-- referral_source_roi as the reference system has it, with its defects: a transcription for comparing speed.
with j as (
  select referral_source, count(*) as total_jobs, count(distinct customer_id) as customer_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and referral_source is not null
  group by 1
),
o as (select referral_source, count(*) as booked_opportunities from journey.booked_opportunities group by 1),
l as (select referral_source, count(*) as total_leads from journey.lead_status group by 1)
select j.referral_source, j.total_jobs, j.customer_count, o.booked_opportunities, l.total_leads, j.total_revenue, j.avg_job_value, round(100.0 * j.customer_count / nullif(l.total_leads, 0), 2) as conversion_rate, j.total_revenue / nullif(l.total_leads, 0) as revenue_per_lead, j.total_revenue / nullif(j.customer_count, 0) as revenue_per_customer, j.total_revenue / nullif(j.total_jobs, 0) as revenue_per_job
from j
left join o on o.referral_source = j.referral_source
left join l on l.referral_source = j.referral_source
order by total_revenue desc

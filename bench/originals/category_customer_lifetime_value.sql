-- category_customer_lifetime_value as the reference system has it, with its defects: a transcription for comparing speed.
with per_customer as (
  select s.category, c.id, count(distinct j.id) as jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, (max(j.job_date) - min(j.job_date)) / 365.25 as years
  from journey.lead_sources as s
  join journey.lead_status as l on l.lead_source_id = s.id
  join journey.booked_opportunities as o on o.quote_number = l.quote_number
  join journey.customers as c on c.id = o.customer_id
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by s.category, c.id
)
select category, count(*) as customer_count, sum(jobs) as total_jobs, sum(revenue) as total_revenue, avg(jobs) as avg_jobs_per_customer, avg(revenue) as avg_lifetime_value, percentile_cont(0.5) within group (order by revenue) as median_lifetime_value, avg(years) as avg_customer_lifetime_years, sum(revenue) / nullif(count(*), 0) as revenue_per_customer
from per_customer
group by category
order by total_revenue desc

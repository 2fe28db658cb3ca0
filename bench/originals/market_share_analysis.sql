-- market_share_analysis as the reference system has it, with its defects: a transcription for comparing speed.
with routes as (
  select origin_city, origin_state, destination_city, destination_state, count(*) as total_jobs, count(distinct customer_id) as unique_customers, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, count(distinct branch_name) as branches_serving
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and origin_city is not null and destination_city is not null
  group by 1, 2, 3, 4
),
market as (
  select count(*) as market_total_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as market_total_revenue, count(distinct customer_id) as market_total_customers
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED')
)
select routes.*, round(100.0 * total_jobs / nullif(market_total_jobs, 0), 2) as market_share_jobs_percent, round(100.0 * total_revenue / nullif(market_total_revenue, 0), 2) as market_share_revenue_percent, round(100.0 * unique_customers / nullif(market_total_customers, 0), 2) as market_share_customers_percent, market.*,
  case when total_revenue > market_total_revenue * 0.05 then 'major' when total_revenue > market_total_revenue * 0.02 then 'significant' when total_revenue > market_total_revenue * 0.01 then 'moderate' else 'small' end as market_category
from routes
cross join market
order by total_revenue desc

-- city_to_city_routes as the reference system has it, with its defects: a transcription for comparing speed.
select
  origin_city,
  origin_state,
  destination_city,
  destination_state,
  count(*) as route_count,
  count(*) filter (where opportunity_status = 'BOOKED') as booked_count,
  count(*) filter (where opportunity_status = 'CLOSED') as closed_count,
  sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue,
  round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value,
  round(100.0 * count(*) filter (where opportunity_status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent
from journey.jobs
where is_duplicate = false and origin_city is not null and destination_city is not null
group by origin_city, origin_state, destination_city, destination_state
order by route_count desc
limit 100

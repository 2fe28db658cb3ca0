-- branch_geographic_coverage as the reference system has it, with its defects: a transcription for comparing speed.
select b.name as branch_name, b.city as branch_city, b.state as branch_state, count(distinct j.origin_city) as origin_cities_served, count(distinct j.origin_state) as origin_states_served, count(distinct j.destination_city) as destination_cities_served, count(distinct j.destination_state) as destination_states_served, count(j.id) as total_jobs, count(distinct j.customer_id) as total_customers, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(j.id), 0) as revenue_per_job
from journey.jobs as j
join journey.branches as b on b.id = j.branch_id
where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
group by b.name, b.city, b.state
order by total_revenue desc

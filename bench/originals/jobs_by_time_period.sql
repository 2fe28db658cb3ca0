-- jobs_by_time_period as the reference system has it, with its defects: a transcription for comparing speed.
select 'daily' as period_type, date_trunc('day', job_date) as period_date, count(*) as job_count, count(*) filter (where opportunity_status = 'BOOKED') as booked_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
from journey.jobs
where is_duplicate = false and job_date is not null
group by 2
union all
select 'weekly' as period_type, date_trunc('week', job_date) as period_date, count(*) as job_count, count(*) filter (where opportunity_status = 'BOOKED') as booked_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
from journey.jobs
where is_duplicate = false and job_date is not null
group by 2
union all
select 'monthly' as period_type, date_trunc('month', job_date) as period_date, count(*) as job_count, count(*) filter (where opportunity_status = 'BOOKED') as booked_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
from journey.jobs
where is_duplicate = false and job_date is not null
group by 2
union all
select 'yearly' as period_type, date_trunc('year', job_date) as period_date, count(*) as job_count, count(*) filter (where opportunity_status = 'BOOKED') as booked_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
from journey.jobs
where is_duplicate = false and job_date is not null
group by 2
order by 1, 2

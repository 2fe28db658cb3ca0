-- bottleneck_identification as the reference system has it, with its defects: a transcription for comparing speed.
with figures as (
  select job_type, branch_name, opportunity_status, count(*) as job_count, avg(extract(epoch from coalesce(booked_at_utc, now()) - created_at_utc) / 3600) as avg_hours_quoted, percentile_cont(0.75) within group (order by extract(epoch from coalesce(booked_at_utc, now()) - created_at_utc) / 3600) as p75_hours_quoted, percentile_cont(0.95) within group (order by extract(epoch from coalesce(booked_at_utc, now()) - created_at_utc) / 3600) as p95_hours_quoted, avg(extract(epoch from now() - booked_at_utc) / 86400) as avg_days_booked, percentile_cont(0.75) within group (order by extract(epoch from now() - booked_at_utc) / 86400) as p75_days_booked, percentile_cont(0.95) within group (order by extract(epoch from now() - booked_at_utc) / 86400) as p95_days_booked,
    count(*) filter (where opportunity_status = 'QUOTED' and extract(epoch from coalesce(booked_at_utc, now()) - created_at_utc) / 3600 > 48) as jobs_stuck_in_quoted, count(*) filter (where opportunity_status = 'BOOKED' and extract(epoch from now() - booked_at_utc) / 86400 > 30) as jobs_stuck_in_booked, count(*) filter (where opportunity_status = 'QUOTED' and extract(epoch from coalesce(booked_at_utc, now()) - created_at_utc) / 3600 > 168) as quoted_over_7_days, count(*) filter (where opportunity_status = 'BOOKED' and extract(epoch from now() - booked_at_utc) / 86400 > 30) as booked_over_30_days
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('QUOTED', 'BOOKED')
  group by job_type, branch_name, opportunity_status
)
select *, round(100.0 * jobs_stuck_in_quoted / nullif(job_count, 0), 2) as stuck_quoted_percent, round(100.0 * jobs_stuck_in_booked / nullif(job_count, 0), 2) as stuck_booked_percent, case when jobs_stuck_in_quoted > 0.5 * job_count then 'quote_bottleneck' when jobs_stuck_in_booked > 0.5 * job_count then 'booking_bottleneck' else 'normal' end as bottleneck_status
from figures
order by job_count desc

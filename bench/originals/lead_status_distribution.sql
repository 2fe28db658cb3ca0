-- lead_status_distribution as the reference system has it, with its defects: a transcription for comparing speed.
select opportunity_status as status, 'jobs' as source, count(*) as lead_count, round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage
from journey.jobs
where is_duplicate = false
group by opportunity_status
union all
select status as status, 'booked_opportunities' as source, count(*) as lead_count, round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage
from journey.booked_opportunities
where status is not null
group by status
union all
select status as status, 'lead_status' as source, count(*) as lead_count, round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage
from journey.lead_status
where status is not null
group by status
order by 2, 3 desc

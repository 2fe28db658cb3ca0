-- heatmap_revenue_by_branch_month as the reference system has it, with its defects: a transcription for comparing speed.
select b.name as branch_name, to_char(j.job_date, 'YYYY-MM') as month, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as value
from journey.jobs as j
join journey.branches as b on b.id = j.branch_id
where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED') and j.job_date is not null
group by b.name, to_char(j.job_date, 'YYYY-MM')
order by month desc, value desc
limit 200

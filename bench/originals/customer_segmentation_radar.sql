-- customer_segmentation_radar as the reference system has it, with its defects: a transcription for comparing speed.
with per_customer as (
  select c.id, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as lifetime_value, count(j.id) as job_frequency, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, max(j.job_date) - min(j.job_date) as lifespan
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id
)
select 'Lifetime Value' as subject, round(avg(lifetime_value), 2) as value, round(max(lifetime_value), 2) as full_mark from per_customer
union all
select 'Job Frequency' as subject, round(avg(job_frequency), 2) as value, round(max(job_frequency), 2) as full_mark from per_customer
union all
select 'Avg Job Value' as subject, round(avg(avg_job_value), 2) as value, round(max(avg_job_value), 2) as full_mark from per_customer
union all
select 'Customer Lifespan' as subject, round(avg(lifespan), 2) as value, round(max(lifespan), 2) as full_mark from per_customer

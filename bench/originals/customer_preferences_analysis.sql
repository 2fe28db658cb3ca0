-- customer_preferences_analysis as the reference system has it, with its defects: a transcription for comparing speed.
with preferences as (
  select c.id as customer_id, c.name as customer_name, count(j.id) as total_jobs, mode() within group (order by j.job_type) as preferred_job_type, count(distinct j.job_type) as job_types_used, mode() within group (order by j.origin_city) as preferred_origin_city, mode() within group (order by j.destination_city) as preferred_destination_city, mode() within group (order by j.branch_name) as preferred_branch, count(distinct j.branch_name) as branches_used,
    mode() within group (order by extract(month from j.job_date)) as preferred_month, mode() within group (order by to_char(j.job_date, 'Day')) as preferred_day_of_week_name, mode() within group (order by j.sales_person_name) as preferred_sales_person, count(distinct j.sales_person_name) as sales_people_used, mode() within group (order by j.referral_source) as preferred_referral_source, count(distinct j.referral_source) as referral_sources_used,
    sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, avg(coalesce(total_actual_cost, total_estimated_cost)) as avg_job_value, min(j.job_date) as first_job_date, max(j.job_date) as last_job_date
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED')
  group by c.id, c.name
)
select *, case when job_types_used = 1 then 'single' when job_types_used <= 3 then 'few' else 'varied' end as job_type_preference_category, case when branches_used = 1 then 'single' when branches_used <= 3 then 'few' else 'varied' end as branch_preference_category
from preferences
order by total_jobs desc

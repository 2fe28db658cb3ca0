-- retention_cohort_analysis as the reference system has it, with its defects: a transcription for comparing speed.
with activity as (
  select date_trunc('quarter', c.first_lead_date) as acquisition_quarter, extract(quarter from age(j.job_date, c.first_lead_date)) as quarters_since_acquisition, c.id
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED') and c.first_lead_date is not null and j.job_date >= c.first_lead_date
),
counted as (
  select acquisition_quarter, quarters_since_acquisition, count(distinct id) as active_customers
  from activity
  group by 1, 2
)
select acquisition_quarter, quarters_since_acquisition, active_customers, first_value(active_customers) over w as cohort_size, round(100.0 * active_customers / nullif(first_value(active_customers) over w, 0), 2) as retention_rate
from counted
window w as (partition by acquisition_quarter order by quarters_since_acquisition)
order by 1, 2

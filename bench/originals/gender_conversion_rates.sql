-- gender_conversion_rates as the reference system has it, with its defects: a transcription for comparing speed.
with leads as (
  select c.gender, count(distinct l.id) as total_leads, count(distinct l.id) filter (where o.id is not null) as converted_leads, count(distinct b.id) as bad_leads, count(distinct ll.id) as lost_leads
  from journey.customers as c
  left join journey.booked_opportunities as o on o.customer_id = c.id
  left join journey.lead_status as l on l.quote_number = o.quote_number
  left join journey.bad_leads as b on b.customer_id = c.id
  left join journey.lost_leads as ll on ll.quote_number = l.quote_number
  group by c.gender
),
jobs as (
  select c.gender, count(*) as total_jobs, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, count(*) filter (where opportunity_status = 'LOST') as lost_jobs, count(*) filter (where opportunity_status = 'QUOTED') as quoted_jobs
  from journey.jobs as j
  join journey.customers as c on c.id = j.customer_id
  where j.is_duplicate = false
  group by c.gender
)
select l.gender, l.total_leads, l.converted_leads, l.bad_leads, l.lost_leads, j.total_jobs, j.booked_jobs, j.closed_jobs, j.lost_jobs, j.quoted_jobs, round(100.0 * l.converted_leads / nullif(l.total_leads, 0), 2) as lead_conversion_rate, round(100.0 * j.booked_jobs / nullif(j.total_jobs, 0), 2) as job_booking_rate, round(100.0 * j.closed_jobs / nullif(j.booked_jobs, 0), 2) as booking_to_closed_rate
from leads as l
left join jobs as j on j.gender is not distinct from l.gender
order by l.total_leads desc

-- lead_conversion_funnel as the reference system has it, with its defects: a transcription for comparing speed.
with j as (
  select count(*) as leads, count(*) filter (where opportunity_status = 'QUOTED') as quoted, count(*) filter (where opportunity_status = 'BOOKED') as booked, count(*) filter (where opportunity_status = 'CLOSED') as closed, count(*) filter (where opportunity_status = 'LOST') as lost
  from journey.jobs
  where is_duplicate = false
),
o as (
  select count(*) as leads, count(*) filter (where status ilike '%booked%' or status ilike '%closed%') as booked, count(*) filter (where status ilike '%closed%') as closed
  from journey.booked_opportunities
),
b as (select count(*) as bad from journey.bad_leads),
l as (select count(*) as lost from journey.lost_leads)
select 'overall' as metric_type, j.leads + o.leads + b.bad + l.lost as total_leads, j.quoted + o.leads as total_quoted, j.booked + o.booked as total_booked, j.closed + o.closed as total_closed, j.lost + b.bad + l.lost as total_lost,
  round(100.0 * (j.quoted + o.leads) / nullif(j.leads + o.leads + b.bad + l.lost, 0), 2) as lead_to_quote_rate, round(100.0 * (j.booked + o.booked) / nullif(j.quoted + o.leads, 0), 2) as quote_to_booking_rate,
  round(100.0 * (j.closed + o.closed) / nullif(j.booked + o.booked, 0), 2) as booking_to_closed_rate, round(100.0 * (j.closed + o.closed) / nullif(j.leads + o.leads + b.bad + l.lost, 0), 2) as overall_conversion_rate
from j, o, b, l

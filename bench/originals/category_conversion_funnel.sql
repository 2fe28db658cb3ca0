-- category_conversion_funnel as the reference system has it, with its defects: a transcription for comparing speed.
select s.category, count(distinct l.id) as total_leads, count(distinct l.id) filter (where l.quote_number is not null) as quoted_leads, count(distinct o.id) as booked_opportunities, count(distinct o.id) filter (where o.status ilike 'closed%') as closed_opportunities, count(distinct c.id) as customers, count(distinct j.id) as jobs, count(distinct b.id) as bad_leads, count(distinct ll.id) as lost_leads, round(100.0 * count(distinct l.quote_number) / nullif(count(distinct l.id), 0), 2) as lead_to_quote_rate, round(100.0 * count(distinct o.id) / nullif(count(distinct l.id), 0), 2) as quote_to_booking_rate, round(100.0 * count(distinct o.id) filter (where o.status ilike 'closed%') / nullif(count(distinct o.id), 0), 2) as booking_to_closed_rate, round(100.0 * count(distinct c.id) / nullif(count(distinct l.id), 0), 2) as overall_conversion_rate
from journey.lead_sources as s
left join journey.lead_status as l on l.lead_source_id = s.id
left join journey.booked_opportunities as o on o.quote_number = l.quote_number
left join journey.customers as c on c.id = o.customer_id
left join journey.jobs as j on j.customer_id = c.id
left join journey.bad_leads as b on b.lead_source_id = s.id
left join journey.lost_leads as ll on ll.lead_source_id = s.id
where j.is_duplicate = false
group by s.category
order by total_leads desc

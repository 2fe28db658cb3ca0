-- lead_source_category_performance as the reference system has it, with its defects: a transcription for comparing speed.
select s.category, count(distinct l.id) as total_leads, count(distinct o.id) as booked_opportunities, count(distinct c.id) as customers, count(distinct j.id) as jobs, count(distinct b.id) as bad_leads, count(distinct ll.id) as lost_leads, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, sum(coalesce(o.estimated_amount, o.invoiced_amount, 0)) as opportunity_revenue, round(100.0 * count(distinct o.id) / nullif(count(distinct l.id), 0), 2) as booking_rate, round(100.0 * count(distinct c.id) / nullif(count(distinct l.id), 0), 2) as customer_conversion_rate, round(100.0 * count(distinct b.id) / nullif(count(distinct l.id), 0), 2) as bad_lead_rate, round(100.0 * count(distinct ll.id) / nullif(count(distinct l.id), 0), 2) as loss_rate, round(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) / nullif(count(distinct l.id), 0), 2) as revenue_per_lead
from journey.lead_sources as s
left join journey.lead_status as l on l.lead_source_id = s.id
left join journey.booked_opportunities as o on o.quote_number = l.quote_number
left join journey.customers as c on c.id = o.customer_id
left join journey.jobs as j on j.customer_id = c.id
left join journey.bad_leads as b on b.lead_source_id = s.id
left join journey.lost_leads as ll on ll.lead_source_id = s.id
group by s.category, s.name
order by total_revenue desc

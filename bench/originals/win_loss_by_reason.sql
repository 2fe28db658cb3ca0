-- win_loss_by_reason as the reference system has it, with its defects: a transcription for comparing speed.
select coalesce(ll.reason, 'Unknown') as loss_reason, count(o.id) filter (where o.status ilike 'closed%' or o.status ilike 'booked%') as won_count, count(ll.id) as lost_count, count(*) as total_count, sum(coalesce(o.estimated_amount, o.invoiced_amount, 0)) filter (where o.status ilike 'closed%' or o.status ilike 'booked%') as won_value, sum(coalesce(o.estimated_amount, o.invoiced_amount, 0)) filter (where ll.id is not null) as lost_value,
  round(100.0 * count(o.id) filter (where o.status ilike 'closed%' or o.status ilike 'booked%') / nullif(count(*), 0), 2) as win_rate, round(100.0 * count(ll.id) / nullif(count(*), 0), 2) as loss_rate, avg(coalesce(o.estimated_amount, o.invoiced_amount)) filter (where o.status ilike 'closed%' or o.status ilike 'booked%') as avg_won_value, avg(coalesce(o.estimated_amount, o.invoiced_amount)) filter (where ll.id is not null) as avg_lost_value
from journey.lost_leads as ll
full outer join journey.booked_opportunities as o on o.quote_number = ll.quote_number
group by 1
order by total_count desc

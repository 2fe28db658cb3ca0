-- lead_source_performance as the reference system has it, with its defects: a transcription for comparing speed.
with united as (
  select referral_source, affiliate_name, opportunity_status as status, coalesce(total_actual_cost, total_estimated_cost, 0) as revenue
  from journey.jobs
  where is_duplicate = false and referral_source is not null
  union all
  select referral_source, null, upper(status), coalesce(invoiced_amount, estimated_amount, 0)
  from journey.booked_opportunities
  where referral_source is not null
)
select referral_source, affiliate_name, count(*) as total_leads, count(*) filter (where status = 'QUOTED') as quoted, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed, count(*) filter (where status = 'LOST') as lost, sum(revenue) as total_revenue,
  round(100.0 * count(*) filter (where status = 'BOOKED') / nullif(count(*), 0), 2) as booking_rate_percent, round(100.0 * count(*) filter (where status = 'CLOSED') / nullif(count(*), 0), 2) as completion_rate_percent, round(sum(revenue) / nullif(count(*) filter (where status in ('BOOKED', 'CLOSED')), 0), 2) as avg_booking_value
from united
group by referral_source, affiliate_name
order by total_revenue desc

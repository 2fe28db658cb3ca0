-- optimal_response_time as the reference system has it, with its defects: a transcription for comparing speed.
with windowed as (
  select case when coalesce(substring(l.time_to_contact from '([0-9]+)')::numeric, 0) <= 5 then '0-5 min' when coalesce(substring(l.time_to_contact from '([0-9]+)')::numeric, 0) <= 15 then '6-15 min' when coalesce(substring(l.time_to_contact from '([0-9]+)')::numeric, 0) <= 30 then '16-30 min' when coalesce(substring(l.time_to_contact from '([0-9]+)')::numeric, 0) <= 60 then '31-60 min' when coalesce(substring(l.time_to_contact from '([0-9]+)')::numeric, 0) <= 120 then '1-2 h' when coalesce(substring(l.time_to_contact from '([0-9]+)')::numeric, 0) <= 240 then '2-4 h' when coalesce(substring(l.time_to_contact from '([0-9]+)')::numeric, 0) <= 480 then '4-8 h' else '8+ h' end as response_window, l.id, o.id as converted
  from journey.lead_status as l
  left join journey.booked_opportunities as o on o.quote_number = l.quote_number
  where l.time_to_contact is not null
)
select response_window, count(id) as total_leads, count(converted) as converted_leads, count(id) - count(converted) as non_converted_leads, round(100.0 * count(converted) / nullif(count(id), 0), 2) as conversion_rate, round(100.0 * count(id) / sum(count(id)) over (), 2) as percentage_of_leads, case when 100.0 * count(converted) / nullif(count(id), 0) >= 30 then 'optimal' when 100.0 * count(converted) / nullif(count(id), 0) >= 20 then 'good' when 100.0 * count(converted) / nullif(count(id), 0) >= 10 then 'acceptable' else 'poor' end as performance_category
from windowed
group by response_window
order by conversion_rate desc

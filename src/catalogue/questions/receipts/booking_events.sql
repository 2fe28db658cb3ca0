-- Receipt of questions about booking events, by booking day, else the day of the import.
with events as (
  select
    case
      when coalesce(booked_date, (recorded_at at time zone :time_zone)::date) < :date_from then 'outside the days asked for'
      when coalesce(booked_date, (recorded_at at time zone :time_zone)::date) >= :date_to then 'outside the days asked for'
    end as reason,
    count(*) as row_count
  from journey.booking_events
  where business_id = :business_id
  group by 1
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce(jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count)) filter (where reason is not null), '[]') as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from events

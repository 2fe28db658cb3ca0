-- Appends bookings, re-bookings and un-bookings that one file brought.
-- $1 business, $2 batch, $3 file, $4 recorded at
with
-- Opportunities that the file created: their first known booking.
created as (
  select
    opportunity.id,
    opportunity.quote_number,
    'booked' as event,
    opportunity.booked_date,
    opportunity.estimated_amount as amount
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
    and opportunity.batch_id = $2
    and opportunity.file_id = $3
),

-- What the file overwrote, before and after.
overwritten as (
  select
    opportunity.id,
    opportunity.quote_number,
    opportunity.booked_date,
    opportunity.estimated_amount as amount,
    opportunity.status_group,
    (change.before ->> 'booked_date')::date as previous_booked_date,
    change.before ->> 'status_group' as previous_status_group,
    change.before ? 'status_group' as has_status,
    change.before ? 'booked_date' as has_booked_date
  from import.row_changes as change
  join journey.booked_opportunities as opportunity
    on opportunity.business_id = $1
    and opportunity.id = change.row_id
  where change.business_id = $1
    and change.batch_id = $2
    and change.file_id = $3
),

-- A later booked date, or booked again after a cancellation.
rebooked as (
  select id, quote_number, 'rebooked' as event, booked_date, amount
  from overwritten
  where (has_booked_date and booked_date is distinct from previous_booked_date and booked_date is not null)
    or (
      has_status
      and previous_status_group in ('cancelled', 'lost')
      and status_group in ('booked', 'closed')
    )
),

-- Booked or closed before, cancelled or lost now.
unbooked as (
  select id, quote_number, 'unbooked' as event, booked_date, amount
  from overwritten
  where has_status
    and previous_status_group in ('booked', 'closed')
    and status_group in ('cancelled', 'lost')
),

final as (
  select * from created
  union all
  select * from rebooked
  union all
  select * from unbooked
)

insert into journey.booking_events (
  business_id, id, booked_opportunity_id, quote_number, event, booked_date, amount, recorded_at, batch_id
)
select $1, platform.uuid_v7(), id, quote_number, event, booked_date, amount, $4, $2
from final
on conflict do nothing

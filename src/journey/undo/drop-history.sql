-- The history that an undone import appended. What it says of rows that the undo kept (edited
-- since, or written by a later import) stays: those are the ones still holding a before-image,
-- or still counted as created by it.
-- $1 business, $2 batch
with
status_changes as (
  delete from journey.status_changes as change
  where change.business_id = $1
    and change.batch_id = $2
    and not exists (
      select
      from import.row_changes as kept
      where kept.business_id = $1
        and kept.batch_id = $2
        and kept.row_id = change.row_id
    )
  returning 1
),

booking_events as (
  delete from journey.booking_events as event
  where event.business_id = $1
    and event.batch_id = $2
    and not exists (
      select
      from import.row_changes as kept
      where kept.business_id = $1
        and kept.batch_id = $2
        and kept.row_id = event.booked_opportunity_id
    )
    and not exists (
      select
      from journey.booked_opportunities as opportunity
      where opportunity.business_id = $1
        and opportunity.id = event.booked_opportunity_id
        and opportunity.batch_id = $2
    )
  returning 1
)

select
  (select count(*) from status_changes) as "statusChanges",
  (select count(*) from booking_events) as "bookingEvents"

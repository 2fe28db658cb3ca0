-- Tells anew what a later file did to bookings that an undo passed on to it: it is their first known
-- booking now, or found another one than it had.
-- $1 business, $2 batch, $3 file, $4 its rank among the later files
with
-- As the file leaves them: the present row, with what later files found put back, and without what
  -- only the undone file had brought.
passed_on as (
  select
    opportunity.id,
    opportunity.quote_number,
    passed.is_creation,
    passed.applied_at,
    to_jsonb(opportunity) || coalesce(
      (
        select jsonb_object_agg(image.key, image.value order by event.rank desc)
        from later_events as event
        join import.row_changes as later
          on later.business_id = $1
          and later.id = event.change_id
        cross join jsonb_each(later.before) as image
        where event.row_id = passed.row_id
          and event.rank > $4
      ),
      '{}'
    ) || passed.rest as values_after
  from passed
  join journey.booked_opportunities as opportunity
    on opportunity.business_id = $1
    and opportunity.id = passed.row_id
),

compared as (
  select
    passed_on.id,
    passed_on.quote_number,
    passed_on.is_creation,
    passed_on.applied_at,
    (passed_on.values_after ->> 'booked_date')::date as booked_date,
    (passed_on.values_after ->> 'estimated_amount')::numeric as amount,
    passed_on.values_after ->> 'status_group' as status_group,
    (change.before ->> 'booked_date')::date as previous_booked_date,
    change.before ->> 'status_group' as previous_status_group,
    coalesce(change.before ? 'status_group', false) as has_status,
    coalesce(change.before ? 'booked_date', false) as has_booked_date
  from passed_on
  left join import.row_changes as change
    on change.business_id = $1
    and change.batch_id = $2
    and change.file_id = $3
    and change.row_id = passed_on.id
),

told as (
  select id, quote_number, 'booked' as event, booked_date, amount, applied_at
  from compared
  where is_creation
  union all
  select id, quote_number, 'rebooked', booked_date, amount, applied_at
  from compared
  where not is_creation
    and (
      (has_booked_date and booked_date is distinct from previous_booked_date and booked_date is not null)
      or (has_status and previous_status_group in ('cancelled', 'lost') and status_group in ('booked', 'closed'))
    )
  union all
  select id, quote_number, 'unbooked', booked_date, amount, applied_at
  from compared
  where not is_creation
    and has_status
    and previous_status_group in ('booked', 'closed')
    and status_group in ('cancelled', 'lost')
),

forgotten as (
  delete from journey.booking_events as event
  using passed
  where event.business_id = $1
    and event.booked_opportunity_id = passed.row_id
    and event.batch_id = $2
    and event.recorded_at = passed.applied_at
)

insert into journey.booking_events (
  business_id, id, booked_opportunity_id, quote_number, event, booked_date, amount, recorded_at, batch_id
)
select $1, platform.uuid_v7(), id, quote_number, event, booked_date, amount, applied_at, $2
from told

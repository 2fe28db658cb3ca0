-- A file that became the creator of rows, or the one that changed them, wrote them last before their
-- next change: its before-image says so.
-- $1 business, $2 batch, $3 rank of the file, $4 when it was loaded
with next_changes as (
  select distinct on (passed.row_id) event.change_id
  from passed
  join later_events as event
    on event.row_id = passed.row_id
    and event.rank > $3
  where passed.change_id is null
    and (passed.is_creation or passed.covered <> '{}')
    and event.change_id is not null
  order by passed.row_id, event.rank
)

update import.row_changes as change
set before = change.before || jsonb_build_object('last_batch_id', $2::uuid, 'updated_at', $4::timestamptz)
from next_changes
where change.business_id = $1
  and change.id = next_changes.change_id

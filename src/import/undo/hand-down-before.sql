-- Undone out of order: a later import changed the row and is not undone yet. Its before-image
-- takes over what this batch had found, so that undoing it later does not bring back values of
-- an import that was undone. Rows a person edited in between keep what the person saw.
-- $1 business, $2 batch, $3 file
with handed_down as (
  update import.row_changes as later
  set before = later.before || earlier.before
  from import.row_changes as earlier
  where earlier.business_id = $1
    and earlier.batch_id = $2
    and earlier.file_id = $3
    and later.business_id = $1
    and later.row_id = earlier.row_id
    and later.table_name = earlier.table_name
    and later.batch_id <> $2
    and (later.before ->> 'last_batch_id')::uuid = $2
    and coalesce((later.before ->> 'edited_at')::timestamptz <= earlier.applied_at, true)
  returning earlier.id
)

delete from import.row_changes as used
using handed_down
where used.business_id = $1
  and used.id = handed_down.id

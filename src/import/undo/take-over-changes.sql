-- The before-images of a file that takes over what an undone file had found. A row it becomes the
-- creator of needs none any more; one it had with the same values is one it changed now.
-- $1 business, $2 batch, $3 file, $4 table, $5 when the file was loaded
with
dropped as (
  delete from import.row_changes as change
  using passed
  where change.business_id = $1
    and change.id = passed.change_id
    and passed.is_creation
),

rewritten as (
  update import.row_changes as change
  set before = change.before || passed.covered || case when passed.is_inherited then '{}' else passed.tail end
  from passed
  where change.business_id = $1
    and change.id = passed.change_id
    and not passed.is_creation
)

insert into import.row_changes (business_id, id, batch_id, file_id, line, table_name, row_id, before, applied_at)
select $1, platform.uuid_v7(), $2, $3, passed.line, $4, passed.row_id, passed.covered || passed.tail, $5
from passed
where passed.change_id is null
  and not passed.is_creation
  and passed.covered <> '{}'

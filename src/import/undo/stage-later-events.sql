-- What later files did with rows: changed them (then there is a before-image), or had them with the same values.
-- $1 business, $2 table, $3 the later files, in the order they were loaded
insert into later_events (row_id, rank, line, change_id)
with
files as (
  select later.id, later.rank
  from unnest($3::uuid[]) with ordinality as later (id, rank)
),

changed as (
  select change.row_id, files.rank, change.line, change.id as change_id
  from files
  join import.row_changes as change
    on change.business_id = $1
    and change.file_id = files.id
  where change.table_name = $2
),

seen as (
  select rows.row_id, files.rank, rows.line
  from files
  join import.seen_rows as part
    on part.business_id = $1
    and part.file_id = files.id
  cross join unnest(part.row_ids, part.lines) as rows (row_id, line)
)

select row_id, rank, line, change_id
from changed
union all
-- A row that was seen may have become one that was changed, by the undo of another import.
select seen.row_id, seen.rank, seen.line, null
from seen
where not exists (select from changed where changed.row_id = seen.row_id and changed.rank = seen.rank)

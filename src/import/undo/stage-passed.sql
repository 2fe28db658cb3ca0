-- The carried rows that a later file had too, with what that file takes over of the values carried.
-- A value carried on past the file that took the row over stops where a person edited it since.
-- $1 business, $2 rank of the file, $3 columns it covers, $4 the other columns, $5 when it was loaded
insert into passed (row_id, is_creation, is_inherited, change_id, applied_at, line, covered, rest, tail)
select
  carried.row_id,
  carried.is_creation,
  carried.is_inherited,
  event.change_id,
  coalesce(change.applied_at, $5::timestamptz) as applied_at,
  event.line,
  case when is_stopped then '{}' else carried.data - $4::text[] end as covered,
  case when is_stopped then '{}' else carried.data - $3::text[] end as rest,
  carried.tail
from carried
join later_events as event
  on event.row_id = carried.row_id
  and event.rank = $2
left join import.row_changes as change
  on change.business_id = $1
  and change.id = event.change_id
cross join lateral (
  select carried.is_inherited and coalesce((change.before ->> 'edited_at')::timestamptz > carried.since, false) as is_stopped
) as stopping

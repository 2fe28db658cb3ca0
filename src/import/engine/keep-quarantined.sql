-- Keeps the quarantined rows whole. $1 business, $2 batch, $3 file, $4 kind, $5 now
with
-- The same row, quarantined by an earlier import of the file, waits there already. Looked up for
-- all rows before the first is written: row by row, each search met the rows just written, and a
-- million of them took hours.
waiting as materialized (
  select aside.id
  from set_aside as aside
  join import.quarantined_rows as earlier
    on earlier.business_id = $1
    and earlier.kind = $4
    and earlier.row_hash = aside.row_hash
    and earlier.state = 'open'
  where aside.outcome = 'quarantined'
  union
  select aside.id
  from set_aside as aside
  join import.quarantined_rows as earlier
    on earlier.business_id = $1
    and earlier.id = aside.cures
    and earlier.kind = $4
    and earlier.state = 'open'
  where aside.outcome = 'quarantined'
)

insert into import.quarantined_rows (
  business_id, id, batch_id, file_id, kind, line, code, column_name, value, message, cells, raw, row_hash, state, created_at
)
select
  $1, aside.id, $2, $3, $4, aside.line, aside.code, aside.column_name, aside.value, aside.message, aside.cells, aside.raw, aside.row_hash,
  case when waiting.id is null then 'open' else 'repeated' end, $5
from set_aside as aside
left join waiting on waiting.id = aside.id
where aside.outcome = 'quarantined'
on conflict do nothing

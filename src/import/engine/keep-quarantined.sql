-- Keeps the quarantined rows whole. $1 business, $2 batch, $3 file, $4 kind, $5 now
insert into import.quarantined_rows (
  business_id, id, batch_id, file_id, kind, line, code, column_name, value, message, cells, raw, row_hash, state, created_at
)
select
  $1, aside.id, $2, $3, $4, aside.line, aside.code, aside.column_name, aside.value, aside.message, aside.cells, aside.raw, aside.row_hash,
  -- The same row, quarantined by an earlier import of the file, waits there already.
  case
    when exists (
      select from import.quarantined_rows as earlier
      where earlier.business_id = $1
        and earlier.kind = $4
        and (earlier.row_hash = aside.row_hash or earlier.id = aside.cures)
        and earlier.state = 'open'
    ) then 'repeated'
    else 'open'
  end,
  $5
from set_aside as aside
where aside.outcome = 'quarantined'
on conflict do nothing

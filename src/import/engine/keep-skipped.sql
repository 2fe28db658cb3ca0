-- Keeps the rows that were skipped on purpose. $1 business, $2 batch, $3 file
insert into import.skipped_rows (business_id, id, batch_id, file_id, line, reason, raw)
select $1, aside.id, $2, $3, aside.line, aside.code, coalesce(aside.raw, aside.cells::text)
from set_aside as aside
where aside.outcome = 'skipped'
on conflict do nothing

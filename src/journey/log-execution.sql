-- Notes that a maintenance command ran to its end; same transaction as its work.
-- $1 business, $2 id, $3 script, $4 now, $5 notes
insert into journey.script_execution_log (business_id, id, script_name, executed_at, last_execution_at, notes)
values ($1, $2, $3, $4, $4, $5)
on conflict (business_id, script_name) do update
set
  execution_count = script_execution_log.execution_count + 1,
  last_execution_at = excluded.last_execution_at,
  notes = excluded.notes

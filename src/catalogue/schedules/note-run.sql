-- What became of a run. $1 business, $2 id, $3 schedule, $4 when it was due, $5 when it began,
-- $6 file, $7 rows, $8 code of what went wrong, $9 what went wrong
insert into catalogue.schedule_runs (business_id, id, schedule_id, due_at, started_at, file, row_count, error_code, error)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)

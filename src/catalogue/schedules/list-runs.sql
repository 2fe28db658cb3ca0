-- The last twenty runs of a schedule, newest first. $1 business, $2 schedule
select
  runs.due_at as "dueAt",
  runs.started_at as "startedAt",
  runs.file,
  runs.row_count as rows,
  runs.error_code as "errorCode",
  runs.error
from catalogue.schedule_runs as runs
where runs.business_id = $1
  and runs.schedule_id = $2
order by runs.started_at desc
limit 20

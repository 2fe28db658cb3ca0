-- The schedules of a business ($1) by name, each with its last run.
select
  schedules.id,
  schedules.name,
  schedules.question,
  schedules.parameters,
  schedules.cron,
  schedules.time_zone as "timeZone",
  schedules.output,
  schedules.folder,
  schedules.keep,
  schedules.next_run_at as "nextRunAt",
  runs.started_at as "lastRunAt",
  runs.file as "lastFile",
  runs.error as "lastError"
from catalogue.schedules as schedules
left join lateral (
  select
    latest.started_at,
    latest.file,
    latest.error
  from catalogue.schedule_runs as latest
  where latest.business_id = schedules.business_id
    and latest.schedule_id = schedules.id
  order by latest.started_at desc
  limit 1
) as runs on true
where schedules.business_id = $1
order by schedules.name

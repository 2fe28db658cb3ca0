-- One schedule that is due at a moment and that nobody else is running; it stays locked until the
-- end of the transaction. $1 business, $2 the moment
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
  schedules.next_run_at as "nextRunAt"
from catalogue.schedules as schedules
where schedules.business_id = $1
  and schedules.next_run_at <= $2
order by schedules.next_run_at, schedules.id
limit 1
for update skip locked

-- When a schedule is due next. $1 business, $2 schedule, $3 the moment
update catalogue.schedules
set next_run_at = $3
where business_id = $1
  and id = $2

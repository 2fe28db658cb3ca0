-- Appends an entry to the history of link coverage unless the last one says the same.
-- $1 business, $2 id, $3 now, $4 orphaned call figures, $5 orphaned sales figures,
-- $6 jobs with customer, $7 booked leads with opportunity, $8 bad leads with lead (percent), $9 alerts,
-- $10 offences
with last_entry as (
  select
    entry.orphaned_user_performance,
    entry.orphaned_sales_performance,
    entry.job_customer_linkage_rate,
    entry.lead_status_linkage_rate,
    entry.badlead_linkage_rate,
    entry.alerts,
    entry.offences
  from journey.integrity_check_history as entry
  where entry.business_id = $1
    and entry.moment = 'build'
  order by entry.check_timestamp desc, entry.id desc
  limit 1
),

new_entry as (
  select
    $4::integer as orphaned_user_performance,
    $5::integer as orphaned_sales_performance,
    $6::numeric(5, 2) as job_customer_linkage_rate,
    $7::numeric(5, 2) as lead_status_linkage_rate,
    $8::numeric(5, 2) as badlead_linkage_rate,
    $9::jsonb as alerts,
    $10::jsonb as offences
)

insert into journey.integrity_check_history (
  business_id, id, check_timestamp, orphaned_user_performance, orphaned_sales_performance,
  job_customer_linkage_rate, lead_status_linkage_rate, badlead_linkage_rate, alerts, offences
)
select
  $1, $2, $3, new_entry.orphaned_user_performance, new_entry.orphaned_sales_performance,
  new_entry.job_customer_linkage_rate, new_entry.lead_status_linkage_rate, new_entry.badlead_linkage_rate, new_entry.alerts, new_entry.offences
from new_entry
where not exists (select from last_entry where last_entry is not distinct from new_entry)
on conflict do nothing

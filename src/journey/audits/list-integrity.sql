-- What was checked after imports and builds, newest first. $1 business, $2 at most so many
select
  entry.check_timestamp as "checkedAt",
  entry.moment,
  batch.number as import,
  entry.job_customer_linkage_rate::float8 as "jobsWithCustomerPercent",
  entry.lead_status_linkage_rate::float8 as "bookedLeadsWithOpportunityPercent",
  entry.badlead_linkage_rate::float8 as "badLeadsWithLeadPercent",
  entry.alerts,
  entry.offences
from journey.integrity_check_history as entry
left join import.batches as batch
  on batch.business_id = $1
  and batch.id = entry.batch_id
where entry.business_id = $1
order by entry.check_timestamp desc, entry.id desc
limit $2

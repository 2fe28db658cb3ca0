-- Jobs whose person record is missing or was made from an earlier state of the row.
-- $1 business
select
  job.id as source_id,
  coalesce(job.job_id, job.job_number) as source_key,
  job.updated_at as source_updated_at,
  job.customer_name as name,
  job.customer_email as email,
  job.customer_phone as phone,
  coalesce(branch.country, business.country) as country,
  job.quote_number,
  coalesce((job.created_at_utc at time zone coalesce(branch.time_zone, business.time_zone))::date, job.job_date) as observed_on,
  job.batch_id,
  job.origin_address as street,
  job.origin_city as city,
  job.origin_state as state,
  job.origin_zip as postal_code,
  record.id is not null as has_record
from journey.jobs as job
join tenancy.businesses as business on business.id = $1
left join tenancy.branches as branch
  on branch.business_id = $1
  and branch.id = job.branch_id
left join customers.records as record
  on record.business_id = $1
  and record.source = 'journey.jobs'
  and record.source_id = job.id
where job.business_id = $1
  and num_nonnulls(job.customer_name, job.customer_email, job.customer_phone) > 0
  and (record.id is null or record.source_updated_at <> job.updated_at)

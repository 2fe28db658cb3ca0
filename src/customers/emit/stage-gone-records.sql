-- Records that go, with what others may have shared with them. The selection is put in by
-- remove-gone-records.ts. $1 business
create temp table gone_records on commit drop as
select
  record.id,
  record.customer_id,
  record.email_key,
  record.phone_key,
  record.quote_number
from :selection as gone
join customers.records as record
  on record.business_id = $1
  and record.id = gone.id

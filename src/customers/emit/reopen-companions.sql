-- Records that share a customer with a record that goes: their link may hang on it.
-- $1 business
update customers.records as record
set needs_resolving = true
from (select distinct gone.customer_id from gone_records as gone where gone.customer_id is not null) as touched
join customers.links as link
  on link.business_id = $1
  and link.customer_id = touched.customer_id
  and link.superseded_by is null
where record.business_id = $1
  and record.id = link.record_id
  and not record.needs_resolving
  and not exists (select from gone_records as gone where gone.id = record.id)

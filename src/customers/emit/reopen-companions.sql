-- Records that share a customer with a record that goes: their link may hang on it.
-- $1 business
insert into reopened_records (id)
select link.record_id
from (select distinct gone.customer_id from gone_records as gone where gone.customer_id is not null) as touched
join customers.links as link
  on link.business_id = $1
  and link.customer_id = touched.customer_id
  and link.superseded_by is null
where not exists (select from gone_records as gone where gone.id = link.record_id)

-- Records whose link may hang on one that went: what is left of its customer, what a person
-- compared with it, and short names (an initial, a first name, none) that share a value with
-- it, since another may fit them now.
-- $1 business
insert into reopened_records (id)
with
short_names as materialized (
  select
    record.id,
    record.email_key,
    record.phone_key,
    record.quote_number
  from customers.records as record
  where record.business_id = $1
    and (record.first_key is null or record.last_key is null or length(record.first_key) = 1)
)

select left_record.id
from left_records as left_record
join open_customers as customer on customer.id = left_record.customer_id
union
select parted.other_id
from parted_records as parted
union
select short_name.id
from short_names as short_name
join gone_records as gone on gone.email_key = short_name.email_key
union
select short_name.id
from short_names as short_name
join gone_records as gone on gone.phone_key = short_name.phone_key
union
select short_name.id
from short_names as short_name
join gone_records as gone on gone.quote_number = short_name.quote_number

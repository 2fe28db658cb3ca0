-- The one record left of a customer is its golden values.
create temp table golden_picks on commit drop as
select
  left_record.customer_id,
  false as is_new,
  left_record.id as name_record_id,
  left_record.id as email_record_id,
  left_record.id as phone_record_id
from left_records as left_record
where not exists (select from open_customers as customer where customer.id = left_record.customer_id)

-- What is left of the customers that lost records. $1 business
create temp table left_records on commit drop as
select
  record.id,
  record.customer_id,
  record.first_key is null or record.last_key is null or length(record.first_key) = 1 as is_short
from lost_customers as lost
join customers.records as record
  on record.business_id = $1
  and record.customer_id = lost.id

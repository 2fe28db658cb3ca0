-- A line about a field of a customer, with the row by which the customer is found again.
-- $1 business, $2 id, $3 customer, $4 field, $5 value or null, $6 parts, $7 and $8 the row the
-- value is from, $9 run, $10 who, $11 now
insert into customers.hand_values (
  business_id, id, customer_id, source, source_key, field, value, parts, from_source, from_key, run_id, decided_by, decided_at
)
select
  $1,
  $2,
  $3,
  founder.source,
  founder.source_key,
  $4,
  $5,
  $6,
  $7,
  $8,
  $9,
  $10,
  $11
from customers.customers as customer
left join customers.records as founder
  on founder.business_id = $1
  and founder.id = customer.founding_record_id
  and founder.source_key is not null
where customer.business_id = $1
  and customer.id = $3

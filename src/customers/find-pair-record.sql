-- The record that a text names: source:key or record id, else the founding record of a
-- customer. $1 business, $2 text, $3 the customer's present id
select record.id
from customers.records as record
where record.business_id = $1
  and record.customer_id = $3
order by
  (
    record.id::text = lower($2)
    or record.source || ':' || record.source_key = $2
    or split_part(record.source, '.', 2) || ':' || record.source_key = $2
  ) desc,
  record.id
limit 1

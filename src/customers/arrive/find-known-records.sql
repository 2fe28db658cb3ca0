-- Which of these records are there already. $1 business, $2 ids
select record.id
from customers.records as record
where record.business_id = $1
  and record.id = any ($2::uuid[])

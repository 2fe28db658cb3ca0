-- How many people and records hold a value that was counted again and says nothing still. $1 business
update customers.generic_values as generic
set
  people = recounted.people,
  records = recounted.records
from recounted_values as recounted
where generic.business_id = $1
  and generic.value_kind = recounted.value_kind
  and generic.value = recounted.value
  and (generic.people, generic.records) is distinct from (recounted.people, recounted.records)

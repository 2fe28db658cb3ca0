-- Values that say nothing about who somebody is, most used first. $1 business
select
  generic.value_kind as kind,
  generic.value,
  generic.people,
  generic.records,
  generic.reason
from customers.generic_values as generic
where generic.business_id = $1
order by generic.people desc, generic.value_kind, generic.value

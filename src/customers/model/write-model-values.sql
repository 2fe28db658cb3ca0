-- The values of a newly learnt model, put into `learnt_values` by save-model.ts. $1 business
insert into customers.model_values (business_id, hash, feature, people, is_established, value)
select
  $1,
  learnt.hash,
  learnt.feature,
  learnt.people,
  learnt.is_established,
  learnt.value
from learnt_values as learnt

-- The weights of a newly learnt model, put into `learnt_weights` by save-model.ts. $1 business
insert into customers.model_weights (business_id, dimension, level, meaning, same, careless, household, couple, contact, lodging, unrelated)
select
  $1,
  learnt.dimension,
  learnt.level,
  learnt.meaning,
  learnt.same,
  learnt.careless,
  learnt.household,
  learnt.couple,
  learnt.contact,
  learnt.lodging,
  learnt.unrelated
from learnt_weights as learnt

-- What a run finds before it begins: which rows wait in this transaction, how many records do, whether
-- decisions wait for their rows, what people ever said, and the model with how far the business has outgrown it.
-- $1 business
select
  to_regclass('pg_temp.arrivals') is not null as "hasArrivals",
  to_regclass('pg_temp.reopened_records') is not null as "hasReopened",
  to_regclass('pg_temp.touched_customers') is not null as "isLess",
  (
    select count(*)
    from customers.records as record
    where record.business_id = $1
      and record.needs_resolving
  ) as waiting,
  exists (select from customers.parked_decisions as parked where parked.business_id = $1) as "hasParked",
  exists (select from customers.decisions as decision where decision.business_id = $1) as "hasDecisions",
  exists (select from customers.golden_rules as said where said.business_id = $1) as "hasRules",
  exists (select from customers.hand_values as said where said.business_id = $1) as "hasHandValues",
  (select model.id from customers.models as model where model.business_id = $1) as "modelId",
  (select model.records from customers.models as model where model.business_id = $1) as learnt,
  (select model.records_since from customers.models as model where model.business_id = $1) as since

-- What was learnt of records goes when no record is left: it was learnt of people who are gone.
-- $1 business
with
nobody as (
  select $1::uuid as business_id
  where not exists (select from customers.records as record where record.business_id = $1)
),

dropped_values as (
  delete from customers.model_values as learnt
  using nobody
  where learnt.business_id = $1
    and learnt.business_id = nobody.business_id
),

dropped_weights as (
  delete from customers.model_weights as learnt
  using nobody
  where learnt.business_id = $1
    and learnt.business_id = nobody.business_id
),

dropped_compared as (
  delete from customers.compared_records as compared
  using nobody
  where compared.business_id = $1
    and compared.business_id = nobody.business_id
)

delete from customers.models as model
using nobody
where model.business_id = $1
  and model.business_id = nobody.business_id

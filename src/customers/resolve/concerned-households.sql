-- The households a run over a part of the records has a say about: those of a value that a
-- record in scope holds, and those of a customer that one is linked to now.
-- $1 business
with
scoped as (
  select
    record.email_key,
    record.phone_key,
    record.customer_id
  from scope_records as scope
  join customers.records as record
    on record.business_id = $1
    and record.id = scope.id
),

by_value as (
  select household.id
  from scoped
  join customers.households as household
    on household.business_id = $1
    and household.value_kind = 'email'
    and household.value = scoped.email_key
  union
  select household.id
  from scoped
  join customers.households as household
    on household.business_id = $1
    and household.value_kind = 'phone'
    and household.value = scoped.phone_key
),

by_customer as (
  select member.household_id as id
  from (select distinct scoped.customer_id from scoped) as touched
  join customers.household_members as member
    on member.business_id = $1
    and member.customer_id = touched.customer_id
)

select
  household.id,
  household.value_kind,
  household.value
from (select by_value.id from by_value union select by_customer.id from by_customer) as concerned
join customers.households as household
  on household.business_id = $1
  and household.id = concerned.id

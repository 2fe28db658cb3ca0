-- Holders of the values that bind a changed record's customer into a household: when it no
-- longer holds the value, the household of the others is drawn anew. The column is put in by choose-scope.ts.
-- $1 business, $2 kind of value
with bound_values as materialized (
  select distinct household.value
  from scope_records as scope
  join customers.records as record
    on record.business_id = $1
    and record.id = scope.id
  join customers.household_members as member
    on member.business_id = $1
    and member.customer_id = record.customer_id
  join customers.households as household
    on household.business_id = $1
    and household.id = member.household_id
  where household.value_kind = $2
)

insert into scope_records (id, depth)
select
  holder.id,
  0
from bound_values
join customers.records as holder
  on holder.business_id = $1
  and holder.:key = bound_values.value
on conflict (id) do nothing

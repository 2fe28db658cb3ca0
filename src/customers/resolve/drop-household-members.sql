-- Members that a household should not have any more.
-- $1 business
delete from customers.household_members as member
using concerned_households as household
where member.business_id = $1
  and member.household_id = household.id
  and not exists (
    select
    from wanted_members as wanted
    where wanted.value_kind = household.value_kind
      and wanted.value = household.value
      and wanted.customer_id = member.customer_id
  )

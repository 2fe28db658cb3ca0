-- Households of fewer than two, unless they are about to have two.
-- $1 business
delete from customers.households as household
where household.business_id = $1
  and not exists (
    select
    from wanted_members as wanted
    where wanted.value_kind = household.value_kind
      and wanted.value = household.value
  )
  and (
    select count(*)
    from customers.household_members as member
    where member.business_id = $1
      and member.household_id = household.id
  ) < 2

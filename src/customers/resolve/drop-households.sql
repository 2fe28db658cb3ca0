-- Households of fewer than two, unless they are about to have two; of those the run has a say about: counting the
-- members of every household took 80 ms of one record's 180 among 200,000.
-- $1 business
delete from customers.households as household
using concerned_households as concerned
where household.business_id = $1
  and household.id = concerned.id
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

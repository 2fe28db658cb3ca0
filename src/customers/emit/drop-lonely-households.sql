-- Households that one or nobody is left in after customers went.
-- $1 business
delete from customers.households as household
where household.business_id = $1
  and (
    select count(*)
    from customers.household_members as member
    where member.business_id = $1
      and member.household_id = household.id
  ) < 2

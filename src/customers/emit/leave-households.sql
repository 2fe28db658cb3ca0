-- Customers that hold a shared value no more, now that records of theirs are gone.
-- $1 business
delete from customers.household_members as member
using customers.households as household, lost_customers as lost
where member.business_id = $1
  and member.customer_id = lost.id
  and household.business_id = $1
  and household.id = member.household_id
  and not exists (
    select
    from customers.records as record
    where record.business_id = $1
      and record.customer_id = member.customer_id
      and case household.value_kind when 'email' then record.email_key else record.phone_key end = household.value
  )

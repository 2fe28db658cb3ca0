-- Households of fewer than two people, and generic values nobody holds any more (an office
-- number whose leads are gone); a value is noted anew when it comes back. $1 business
with lonely as (
  select household.id
  from customers.households as household
  left join customers.household_members as member
    on member.business_id = $1
    and member.household_id = household.id
  where household.business_id = $1
  group by household.id
  having count(member.customer_id) < 2
),

dropped_households as (
  delete from customers.households as household
  using lonely
  where household.business_id = $1
    and household.id = lonely.id
  returning household.id
),

dropped_values as (
  delete from customers.generic_values as generic
  where generic.business_id = $1
    and not exists (
      select from customers.records as record
      where record.business_id = $1
        and generic.value_kind = 'email'
        and record.email_key = generic.value
    )
    and not exists (
      select from customers.records as record
      where record.business_id = $1
        and generic.value_kind = 'phone'
        and record.phone_key = generic.value
    )
    and not exists (
      select from customers.records as record
      where record.business_id = $1
        and generic.value_kind = 'quote_number'
        and record.quote_number = generic.value
    )
  returning generic.id
)

select
  (select count(*)::integer from dropped_households) as households,
  (select count(*)::integer from dropped_values) as "genericValues"

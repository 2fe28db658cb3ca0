-- Households and who belongs to them. $1 business
select
  household.value_kind as kind,
  household.value,
  json_agg(json_build_object('id', customer.id, 'name', customer.name) order by customer.name, customer.id) as people
from customers.households as household
join customers.household_members as member
  on member.business_id = $1
  and member.household_id = household.id
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = member.customer_id
where household.business_id = $1
group by household.value_kind, household.value
order by household.value_kind, household.value

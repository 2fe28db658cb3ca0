-- What people said by hand outranks what the rules chose. $1 business
with said as (
  select
    hand.customer_id,
    max(hand.value) filter (where hand.field = 'name') as name,
    max(hand.parts[1]) filter (where hand.field = 'name') as name_first,
    max(hand.parts[2]) filter (where hand.field = 'name') as name_last,
    max(hand.value) filter (where hand.field = 'first_name') as first_name,
    max(hand.value) filter (where hand.field = 'last_name') as last_name,
    max(hand.value) filter (where hand.field = 'email') as email,
    max(hand.value) filter (where hand.field = 'phone') as phone,
    max(hand.value) filter (where hand.field = 'gender') as gender
  from customers.present_hand_values as hand
  where hand.business_id = $1
    and hand.customer_id in (select golden.customer_id from golden_values as golden)
  group by hand.customer_id
)

update golden_values as golden
set
  name = coalesce(said.name, golden.name),
  first_name = coalesce(said.first_name, case when said.name is null then golden.first_name else said.name_first end),
  last_name = coalesce(said.last_name, case when said.name is null then golden.last_name else said.name_last end),
  email = coalesce(said.email, golden.email),
  phone = coalesce(said.phone, golden.phone),
  gender = said.gender,
  is_settled = true
from said
where golden.customer_id = said.customer_id

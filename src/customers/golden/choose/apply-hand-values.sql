-- The golden values of customers of whom something was said by hand: it outranks what the rules chose. $1 business
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

select
  golden.customer_id,
  golden.is_new,
  coalesce(said.name, golden.name) as name,
  coalesce(said.first_name, case when said.name is null then golden.first_name else said.name_first end) as first_name,
  coalesce(said.last_name, case when said.name is null then golden.last_name else said.name_last end) as last_name,
  coalesce(said.email, golden.email) as email,
  coalesce(said.phone, golden.phone) as phone,
  said.gender,
  true as is_settled
from golden_values as golden
join said on said.customer_id = golden.customer_id

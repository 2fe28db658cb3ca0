-- Puts chosen values in the place of the ones in `golden_values`. The choice is put in by
-- settle-golden.ts. $1 business, $2 rules
with
chosen as (
  select
    one.customer_id,
    one.choice,
    one.parts
  from :chosen as one
),

picked as (
  select
    chosen.customer_id,
    max(chosen.parts[1]) filter (where chosen.choice = 'name') as name,
    max(chosen.parts[2]) filter (where chosen.choice = 'name') as first_name,
    max(chosen.parts[3]) filter (where chosen.choice = 'name') as last_name,
    max(chosen.parts[1]) filter (where chosen.choice = 'email') as email,
    max(chosen.parts[1]) filter (where chosen.choice = 'phone') as phone
  from chosen
  group by chosen.customer_id
)

update golden_values as golden
set
  name = picked.name,
  first_name = picked.first_name,
  last_name = picked.last_name,
  email = picked.email,
  phone = picked.phone,
  is_settled = true
from picked
where golden.customer_id = picked.customer_id

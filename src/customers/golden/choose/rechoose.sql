-- The golden values of customers that are chosen anew, to take the place of those staged. The choice is put in by
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

select
  golden.customer_id,
  golden.is_new,
  picked.name,
  picked.first_name,
  picked.last_name,
  picked.email,
  picked.phone,
  golden.gender,
  true as is_settled
from golden_values as golden
join picked on picked.customer_id = golden.customer_id

-- The customer that an id means now: merges are followed to their end.
-- $1 business, $2 customer
with recursive followed as (
  select
    $2::uuid as id,
    1 as step
  union all
  select
    redirect.customer_id,
    followed.step + 1
  from followed
  join customers.redirects as redirect
    on redirect.business_id = $1
    and redirect.id = followed.id
  where followed.step < 100
)

select customer.id
from followed
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = followed.id
order by followed.step desc
limit 1

-- The customer an id means ($1 business, $2 text); one merged away answers for its successor.
with recursive successors as (
  select customer.id, 0 as steps
  from customers.customers as customer
  where customer.business_id = $1
    and customer.id = case when $2 ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then $2::uuid end
  union all
  select redirect.customer_id, successors.steps + 1
  from successors
  join customers.redirects as redirect
    on redirect.id = successors.id
    and redirect.business_id = $1
  where successors.steps < 100
)

select
  successors.id,
  customer.name,
  true as is_match
from successors
join customers.customers as customer
  on customer.id = successors.id
  and customer.business_id = $1
order by successors.steps desc
limit 1

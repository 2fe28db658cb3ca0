-- Customers without a record, and the customers merged into them, that no person edited.
-- The candidates are put in by remove-empty-customers.ts. $1 business
create temp table empty_customers on commit drop as
with
empty as (
  select customer.id
  from customers.customers as customer
  where customer.business_id = $1
    and customer.id in (:candidates)
    and customer.edited_at is null
    and not exists (
      select
      from customers.links as link
      where link.business_id = $1
        and link.customer_id = customer.id
        and link.superseded_by is null
    )
),

merged_away as (
  select redirect.id
  from empty
  join customers.redirects as redirect
    on redirect.business_id = $1
    and redirect.customer_id = empty.id
)

select
  customer.id,
  customer.is_primary_record
from (select empty.id from empty union select merged_away.id from merged_away) as candidate
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = candidate.id

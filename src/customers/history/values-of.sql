-- What people set by hand of this customer, also what no longer counts. $1 business, $2 customer
select
  said.field,
  said.value,
  said.decided_by as by,
  said.decided_at as at,
  said.undone_by as "undoneBy",
  said.undone_at as "undoneAt",
  said.run_id as run
from customers.hand_values as said
where said.business_id = $1
  and (
    said.customer_id = $2
    or said.customer_id in (
      select redirect.id
      from customers.redirects as redirect
      where redirect.business_id = $1
        and redirect.customer_id = $2
    )
  )
order by said.decided_at desc, said.id desc

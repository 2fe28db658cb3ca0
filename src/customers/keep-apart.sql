-- Keeps a restored customer apart from the one it was part of, and from every other that was
-- merged into that one; what was merged into the restored customer itself goes with it.
-- $1 business, $2 restored customer, $3 customer it was part of, $4 who, $5 now, $6 time of the merge
with
-- Its records when it was merged: earlier ones may have been with it only while another was part of it.
own as (
  select link.record_id as id
  from customers.links as link
  where link.business_id = $1
    and link.customer_id = $2
    and link.superseded_at = $6
),

others as (
  select customer.founding_record_id as id
  from customers.customers as customer
  left join customers.redirects as redirect
    on redirect.business_id = $1
    and redirect.id = customer.id
  where customer.business_id = $1
    and (customer.id = $3 or redirect.customer_id = $3)
    and customer.founding_record_id not in (select own.id from own)
)

insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
select
  $1,
  platform.uuid_v7(),
  restored.founding_record_id,
  record.id,
  'different',
  $4,
  $5
from customers.customers as restored
cross join others
join customers.records as record
  on record.business_id = $1
  and record.id = others.id
where restored.business_id = $1
  and restored.id = $2
on conflict (business_id, id) do nothing

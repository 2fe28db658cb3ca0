-- Customers a run may touch: all, or the ones given and those merged into them. Which is put in by known-customers.ts.
-- $1 business
select
  customer.id,
  customer.founding_record_id,
  customer.is_primary_record,
  customer.edited_at is not null as is_edited,
  redirect.customer_id as redirect_to,
  redirect.merge_id,
  merge.kept_customer_id
from customers.customers as customer
left join customers.redirects as redirect
  on redirect.business_id = $1
  and redirect.id = customer.id
left join customers.merges as merge
  on merge.business_id = $1
  and merge.id = redirect.merge_id
where customer.business_id = $1
  and :chosen

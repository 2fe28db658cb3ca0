-- Customers, merges and redirects that do not fit together; a sound ledger returns no row.
-- $1 business
select 'record of a customer that was merged away' as offence, record.id
from customers.records as record
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = record.customer_id
where record.business_id = $1
  and not customer.is_primary_record
union all
select 'customer without records that nobody edited', customer.id
from customers.customers as customer
left join customers.records as record
  on record.business_id = $1
  and record.customer_id = customer.id
where customer.business_id = $1
  and customer.is_primary_record
  and customer.edited_at is null
  and record.id is null
union all
select 'customer whose founding record is elsewhere', customer.id
from customers.customers as customer
join customers.records as record
  on record.business_id = $1
  and record.id = customer.founding_record_id
where customer.business_id = $1
  and customer.is_primary_record
  and record.customer_id is distinct from customer.id
union all
select 'merged customer without redirect, or redirect of a present one', customer.id
from customers.customers as customer
left join customers.redirects as redirect
  on redirect.business_id = $1
  and redirect.id = customer.id
where customer.business_id = $1
  and customer.is_primary_record = (redirect.id is not null)
union all
select 'redirect that does not end at a present customer', redirect.id
from customers.redirects as redirect
left join customers.customers as customer
  on customer.business_id = $1
  and customer.id = redirect.customer_id
where redirect.business_id = $1
  and customer.is_primary_record is not true
union all
select 'redirect over a merge that was undone', redirect.id
from customers.redirects as redirect
join customers.merges as merge
  on merge.business_id = $1
  and merge.id = redirect.merge_id
where redirect.business_id = $1
  and merge.undone_at is not null

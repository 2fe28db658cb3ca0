-- Every record of one customer as it is compared; an e-mail or phone of too many people says nothing.
-- $1 business, $2 customer, $3 how many at most
select
  record.id,
  record.display_name,
  case when email.value is null then record.email_key end as email_key,
  case when phone.value is null then record.phone_key end as phone_key,
  record.street,
  record.city,
  record.state,
  record.postal_code,
  record.observed_on::text as observed_on
from customers.records as record
left join customers.generic_values as email
  on email.business_id = $1
  and email.value_kind = 'email'
  and email.value = record.email_key
left join customers.generic_values as phone
  on phone.business_id = $1
  and phone.value_kind = 'phone'
  and phone.value = record.phone_key
where record.business_id = $1
  and record.customer_id = $2
order by record.id
limit $3

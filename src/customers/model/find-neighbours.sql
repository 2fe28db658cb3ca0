-- Records that share a key with those being looked at: what they say about who they are (an
-- e-mail or phone of too many people says nothing), and whose customer's they are. Which
-- records are left out is put in by find-neighbours.ts.
-- $1 business; hashes: $2 mailboxes, $3 phones, $4 names, $5 names with postal code, $6 houses
with met as (
  select compared.record_id
  from customers.compared_records as compared
  where compared.business_id = $1
    and compared.mailbox_hash = any ($2::integer[])
  union
  select compared.record_id
  from customers.compared_records as compared
  where compared.business_id = $1
    and compared.phone_hash = any ($3::integer[])
  union
  select compared.record_id
  from customers.compared_records as compared
  where compared.business_id = $1
    and compared.name_hash = any ($4::integer[])
  union
  select compared.record_id
  from customers.compared_records as compared
  where compared.business_id = $1
    and compared.partner_hash = any ($4::integer[])
  union
  select compared.record_id
  from customers.compared_records as compared
  where compared.business_id = $1
    and compared.zip_hash = any ($5::integer[])
  union
  select compared.record_id
  from customers.compared_records as compared
  where compared.business_id = $1
    and compared.house_hash = any ($6::integer[])
)

select
  record.id,
  record.display_name,
  case when email.value is null then record.email_key end as email_key,
  case when phone.value is null then record.phone_key end as phone_key,
  record.street,
  record.city,
  record.state,
  record.postal_code,
  record.observed_on::text as observed_on,
  record.customer_id
from met
join customers.records as record
  on record.business_id = $1
  and record.id = met.record_id
left join customers.generic_values as email
  on email.business_id = $1
  and email.value_kind = 'email'
  and email.value = record.email_key
left join customers.generic_values as phone
  on phone.business_id = $1
  and phone.value_kind = 'phone'
  and phone.value = record.phone_key
where :outside
order by record.id

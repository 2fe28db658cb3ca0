-- Customers with their records, by id. $1 business, $2 search pattern or null,
-- $3 last id of the page before or null, $4 how many or null for all
with listed as (
  select customer.id, customer.name, customer.email, customer.phone
  from customers.customers as customer
  where customer.business_id = $1
    and customer.is_primary_record
    and ($3::uuid is null or customer.id > $3)
    and (
      $2::text is null
      or lower(customer.name) like $2
      or customer.id in (
        select record.customer_id
        from customers.records as record
        where record.business_id = $1
          and (
            record.email_key like $2
            or record.phone_key like '%' || nullif(regexp_replace($2, '\D', '', 'g'), '') || '%'
            or lower(record.name) like $2
            or lower(record.source_key) like $2
            or record.quote_number like $2
          )
      )
    )
  order by customer.id
  limit $4
),

-- Aggregated per customer before joining: a customer is one row whatever hangs on it.
recorded as (
  select
    record.customer_id,
    array_agg(distinct record.email_key) filter (where record.email_key is not null) as emails,
    array_agg(distinct record.phone_key) filter (where record.phone_key is not null) as phones,
    json_agg(
      json_build_object('source', record.source, 'sourceId', record.source_id, 'key', record.source_key)
      order by record.source, record.source_key, record.source_id
    ) as records
  from customers.records as record
  where record.business_id = $1
    and record.customer_id in (select listed.id from listed)
  group by record.customer_id
)

select
  listed.id,
  listed.name,
  coalesce(recorded.emails, '{}') as emails,
  coalesce(recorded.phones, '{}') as phones,
  coalesce(recorded.records, '[]') as records
from listed
left join recorded on listed.id = recorded.customer_id
order by listed.id

-- Staged rows that have no person record yet: on their way to the resolver.
-- $1 business, $2 source, $3 now
insert into customers.arrivals (
  business_id, id, source, source_id, source_key, source_updated_at,
  name, display_name, name_key, first_key, last_key, suffix,
  email, email_key, phone, phone_key, phone_extension,
  quote_number, observed_on, batch_id, created_at
)
select
  $1, staged.id, $2, staged.source_id, staged.source_key, staged.source_updated_at,
  staged.name, staged.display_name, staged.name_key, staged.first_key, staged.last_key, staged.suffix,
  staged.email, staged.email_key, staged.phone, staged.phone_key, staged.phone_extension,
  staged.quote_number, staged.observed_on, staged.batch_id, $3
from staged_records as staged
where not exists (
  select
  from customers.records as record
  where record.business_id = $1
    and record.id = staged.id
)
on conflict (business_id, id) do nothing

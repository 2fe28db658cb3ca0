-- Writes the staged person records of one source. A record whose keys or raw values changed
-- is looked at again by the resolver; one that was only touched is not.
-- $1 business, $2 source, $3 now
insert into customers.records as record (
  business_id, id, source, source_id, source_key, source_updated_at,
  name, display_name, name_key, first_key, last_key, suffix,
  email, email_key, phone, phone_key, phone_extension,
  quote_number, observed_on, batch_id, created_at, updated_at
)
select
  $1, staged.id, $2, staged.source_id, staged.source_key, staged.source_updated_at,
  staged.name, staged.display_name, staged.name_key, staged.first_key, staged.last_key, staged.suffix,
  staged.email, staged.email_key, staged.phone, staged.phone_key, staged.phone_extension,
  staged.quote_number, staged.observed_on, staged.batch_id, $3, $3
from staged_records as staged
on conflict (business_id, source, source_id) do update set
  source_key = excluded.source_key,
  source_updated_at = excluded.source_updated_at,
  name = excluded.name,
  display_name = excluded.display_name,
  name_key = excluded.name_key,
  first_key = excluded.first_key,
  last_key = excluded.last_key,
  suffix = excluded.suffix,
  email = excluded.email,
  email_key = excluded.email_key,
  phone = excluded.phone,
  phone_key = excluded.phone_key,
  phone_extension = excluded.phone_extension,
  quote_number = excluded.quote_number,
  observed_on = excluded.observed_on,
  updated_at = excluded.updated_at,
  needs_resolving = record.needs_resolving
    or (record.name, record.email, record.phone, record.quote_number, record.observed_on)
    is distinct from (excluded.name, excluded.email, excluded.phone, excluded.quote_number, excluded.observed_on)
    or (record.first_key, record.last_key, record.suffix, record.email_key, record.phone_key)
    is distinct from (excluded.first_key, excluded.last_key, excluded.suffix, excluded.email_key, excluded.phone_key)

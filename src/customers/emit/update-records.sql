-- Writes the staged rows that have a person record already. A record whose keys or raw
-- values changed is looked at again by the resolver; one that was only touched is not.
-- $1 business, $2 now
update customers.records as record
set
  source_key = staged.source_key,
  source_updated_at = staged.source_updated_at,
  name = staged.name,
  display_name = staged.display_name,
  name_key = staged.name_key,
  first_key = staged.first_key,
  last_key = staged.last_key,
  suffix = staged.suffix,
  email = staged.email,
  email_key = staged.email_key,
  phone = staged.phone,
  phone_key = staged.phone_key,
  phone_extension = staged.phone_extension,
  quote_number = staged.quote_number,
  observed_on = staged.observed_on,
  updated_at = $2,
  needs_resolving = record.needs_resolving
    or (record.name, record.email, record.phone, record.quote_number, record.observed_on)
    is distinct from (staged.name, staged.email, staged.phone, staged.quote_number, staged.observed_on)
    or (record.first_key, record.last_key, record.suffix, record.email_key, record.phone_key)
    is distinct from (staged.first_key, staged.last_key, staged.suffix, staged.email_key, staged.phone_key)
from staged_records as staged
where record.business_id = $1
  and record.id = staged.id

-- Writes the arrivals that have a person record already. A record whose keys or raw
-- values changed is looked at again by the resolver; one that was only touched is not.
-- $1 business, $2 now
update customers.records as record
set
  source_key = arrival.source_key,
  source_updated_at = arrival.source_updated_at,
  name = arrival.name,
  display_name = arrival.display_name,
  name_key = arrival.name_key,
  first_key = arrival.first_key,
  last_key = arrival.last_key,
  suffix = arrival.suffix,
  email = arrival.email,
  email_key = arrival.email_key,
  phone = arrival.phone,
  phone_key = arrival.phone_key,
  phone_extension = arrival.phone_extension,
  quote_number = arrival.quote_number,
  observed_on = arrival.observed_on,
  street = arrival.street,
  city = arrival.city,
  state = arrival.state,
  postal_code = arrival.postal_code,
  updated_at = $2,
  needs_resolving = record.needs_resolving
    or (record.name, record.email, record.phone, record.quote_number, record.observed_on)
    is distinct from (arrival.name, arrival.email, arrival.phone, arrival.quote_number, arrival.observed_on)
    or (record.first_key, record.last_key, record.suffix, record.email_key, record.phone_key)
    is distinct from (arrival.first_key, arrival.last_key, arrival.suffix, arrival.email_key, arrival.phone_key)
    or (record.street, record.city, record.state, record.postal_code)
    is distinct from (arrival.street, arrival.city, arrival.state, arrival.postal_code)
from arrivals as arrival
where record.business_id = $1
  and record.id = arrival.id
  and arrival.has_record

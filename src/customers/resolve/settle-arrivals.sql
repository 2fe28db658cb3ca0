-- Moves the arrivals of a small run to the records; the resolver then sees one table.
-- $1 business
with taken as (
  delete from customers.arrivals as arrival
  where arrival.business_id = $1
  returning arrival.*
)

insert into customers.records (
  business_id, id, source, source_id, source_key, source_updated_at,
  name, display_name, name_key, first_key, last_key, suffix,
  email, email_key, phone, phone_key, phone_extension,
  quote_number, observed_on, batch_id, created_at, updated_at
)
select
  taken.business_id, taken.id, taken.source, taken.source_id, taken.source_key, taken.source_updated_at,
  taken.name, taken.display_name, taken.name_key, taken.first_key, taken.last_key, taken.suffix,
  taken.email, taken.email_key, taken.phone, taken.phone_key, taken.phone_extension,
  taken.quote_number, taken.observed_on, taken.batch_id, taken.created_at, taken.created_at
from taken
on conflict (business_id, id) do nothing

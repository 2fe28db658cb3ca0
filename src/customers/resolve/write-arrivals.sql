-- Moves the arrivals of a large run to the records, each with its customer at once: every
-- row and index entry is written one time, in the order of the ids.
-- $1 business, $2 now
insert into customers.records (
  business_id, id, source, source_id, source_key, source_updated_at,
  name, display_name, name_key, first_key, last_key, suffix,
  email, email_key, phone, phone_key, phone_extension,
  quote_number, observed_on, customer_id, needs_resolving, batch_id, street, city, state, postal_code, created_at, updated_at
)
select
  $1, arrival.id, arrival.source, arrival.source_id, arrival.source_key, arrival.source_updated_at,
  arrival.name, arrival.display_name, arrival.name_key, arrival.first_key, arrival.last_key, arrival.suffix,
  arrival.email, arrival.email_key, arrival.phone, arrival.phone_key, arrival.phone_extension,
  arrival.quote_number, arrival.observed_on, planned.customer_id, false, arrival.batch_id,
  arrival.street, arrival.city, arrival.state, arrival.postal_code, $2, $2
from arrivals as arrival
left join planned_moves as planned on planned.record_id = arrival.id
order by arrival.id

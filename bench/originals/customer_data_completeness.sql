-- customer_data_completeness as the reference system has it, with its defects: a transcription for comparing speed.
select count(*) as total_customers,
  count(email) filter (where email <> '') as customers_with_email,
  count(phone) filter (where phone <> '') as customers_with_phone,
  count(origin_city) filter (where origin_city <> '') as customers_with_origin_city,
  count(origin_state) filter (where origin_state <> '') as customers_with_origin_state,
  count(origin_address) filter (where origin_address <> '') as customers_with_origin_address,
  count(destination_city) filter (where destination_city <> '') as customers_with_destination_city,
  count(destination_state) filter (where destination_state <> '') as customers_with_destination_state,
  count(destination_address) filter (where destination_address <> '') as customers_with_destination_address,
  count(*) filter (where email is not null and phone is not null) as customers_with_both_email_phone,
  count(*) filter (where origin_city is not null and destination_city is not null) as customers_with_both_locations,
  round(100.0 * count(email) / nullif(count(*), 0), 2) as email_completeness_percent,
  round(100.0 * count(phone) / nullif(count(*), 0), 2) as phone_completeness_percent,
  round(100.0 * count(origin_city) / nullif(count(*), 0), 2) as origin_city_completeness_percent,
  round(100.0 * count(destination_city) / nullif(count(*), 0), 2) as destination_city_completeness_percent
from journey.customers

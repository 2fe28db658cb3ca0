/*
id: customer_data_completeness
question: How complete are our customers?
theme: data_quality
grain: one row
definition: >-
  Customers (merged ones count as the one they became) that carry each field.
dateBasis: first lead day of the customer, when days are asked for
receipt: customers
chart: {type: table}
parameters: [date_from, date_to]
columns:
  - {name: total_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: customers_with_email, type: integer, unit: customers, meaning: "With email"}
  - {name: customers_with_phone, type: integer, unit: customers, meaning: "With phone"}
  - {name: customers_with_origin_city, type: integer, unit: customers, meaning: "With origin_city"}
  - {name: customers_with_origin_state, type: integer, unit: customers, meaning: "With origin_state"}
  - {name: customers_with_origin_address, type: integer, unit: customers, meaning: "With origin_address"}
  - {name: customers_with_destination_city, type: integer, unit: customers, meaning: "With destination_city"}
  - {name: customers_with_destination_state, type: integer, unit: customers, meaning: "With destination_state"}
  - {name: customers_with_destination_address, type: integer, unit: customers, meaning: "With destination_address"}
  - {name: customers_with_both_email_phone, type: integer, unit: customers, meaning: "With e-mail and phone"}
  - {name: customers_with_both_locations, type: integer, unit: customers, meaning: "With both cities"}
  - {name: email_completeness_percent, type: percent, meaning: "Share of all customers"}
  - {name: phone_completeness_percent, type: percent, meaning: "Share of all customers"}
  - {name: origin_city_completeness_percent, type: percent, meaning: "Share of all customers"}
  - {name: destination_city_completeness_percent, type: percent, meaning: "Share of all customers"}
*/
with counted as (
  select
    count(*) as total_customers,
    count(nullif(email, '')) as customers_with_email,
    count(nullif(phone, '')) as customers_with_phone,
    count(nullif(origin_city, '')) as customers_with_origin_city,
    count(nullif(origin_state, '')) as customers_with_origin_state,
    count(nullif(origin_address, '')) as customers_with_origin_address,
    count(nullif(destination_city, '')) as customers_with_destination_city,
    count(nullif(destination_state, '')) as customers_with_destination_state,
    count(nullif(destination_address, '')) as customers_with_destination_address,
    count(*) filter (where email <> '' and phone <> '') as customers_with_both_email_phone,
    count(*) filter (where origin_city <> '' and destination_city <> '') as customers_with_both_locations
  from customers.customers
  where business_id = :business_id
    and is_primary_record
    and (:date_from is null or first_lead_date >= :date_from)
    and (:date_to is null or first_lead_date < :date_to)
)

select
  total_customers,
  customers_with_email,
  customers_with_phone,
  customers_with_origin_city,
  customers_with_origin_state,
  customers_with_origin_address,
  customers_with_destination_city,
  customers_with_destination_state,
  customers_with_destination_address,
  customers_with_both_email_phone,
  customers_with_both_locations,
  round(100.0 * customers_with_email / nullif(total_customers, 0), 2) as email_completeness_percent,
  round(100.0 * customers_with_phone / nullif(total_customers, 0), 2) as phone_completeness_percent,
  round(100.0 * customers_with_origin_city / nullif(total_customers, 0), 2) as origin_city_completeness_percent,
  round(100.0 * customers_with_destination_city / nullif(total_customers, 0), 2) as destination_city_completeness_percent
from counted
where total_customers > 0

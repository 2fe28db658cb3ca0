/*
id: customer_geographic_distribution
question: Between which places do our customers live and move?
theme: geographic
grain: one row per pair of places of customers
definition: >-
  Customers by the places of their latest move, also customers without a job. From and to are
  counted over all pairs of the place.
dateBasis: first lead day of the customer, when days are asked for
receipt: customers
rows:
  only: [has_city]
  measures: {customers_from_origin: null}
chart: {type: table}
parameters: [date_from, date_to, limit]
columns:
  - {name: origin_city, type: text, meaning: "City moved from"}
  - {name: origin_state, type: text, meaning: "State moved from"}
  - {name: customers_from_origin, type: integer, unit: customers, meaning: "All customers of that origin"}
  - {name: destination_city, type: text, meaning: "City moved to"}
  - {name: destination_state, type: text, meaning: "State moved to"}
  - {name: customers_to_destination, type: integer, unit: customers, meaning: "All customers of that destination"}
  - {name: customers_with_both_locations, type: integer, unit: customers, meaning: "Customers of this pair"}
caveats:
  - The documents drop customers without a job, or whose only jobs are duplicates; here every customer with a place counts.
  - Customers without any place are not listed.
*/
with people as (
  select
    initcap(trim(origin_city)) as origin_city,
    upper(trim(origin_state)) as origin_state,
    initcap(trim(destination_city)) as destination_city,
    upper(trim(destination_state)) as destination_state,
    count(*) as customers
  from customers.customers
  where business_id = :business_id
    and is_primary_record
    and (origin_city is not null or destination_city is not null)
    and (:date_from is null or first_lead_date >= :date_from)
    and (:date_to is null or first_lead_date < :date_to)
  group by 1, 2, 3, 4
)

select
  origin_city,
  origin_state,
  case when origin_city is not null then sum(customers) over (partition by origin_city, origin_state) end::bigint as customers_from_origin,
  destination_city,
  destination_state,
  case when destination_city is not null then sum(customers) over (partition by destination_city, destination_state) end::bigint as customers_to_destination,
  case when origin_city is not null and destination_city is not null then customers else 0 end as customers_with_both_locations
from people
order by customers desc, origin_city, origin_state, destination_city, destination_state
limit :limit

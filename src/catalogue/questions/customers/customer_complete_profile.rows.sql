-- Rows of customer_complete_profile: everything that names one of the customers shown.
-- frame: tables
select table_rows.*
from table_rows
where table_rows.customer_id in (
  select people.id
  from customers.customers as people
  where people.business_id = :business_id
    and people.is_primary_record
    and (:customer is null or people.id = :customer)
    and exists (select from table_rows as named where named.customer_id = people.id)
  order by lower(people.name), people.id
  limit :limit
)

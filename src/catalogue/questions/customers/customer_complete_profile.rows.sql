-- Rows of customer_complete_profile: everything that names a customer.
-- frame: tables
select *
from table_rows
where customer_id is not null
  and (:customer is null or customer_id = :customer)

-- Customers whose timeline has a hole or runs backwards.
-- $1 business
select
  count(*) filter (where customer.first_lead_date is null) as without_first_lead_date,
  count(*) filter (where customer.conversion_date is not null) as converted,
  count(*) filter (where customer.conversion_date < customer.first_lead_date) as converted_before_first_lead
from customers.customers as customer
where customer.business_id = $1
  and customer.is_primary_record

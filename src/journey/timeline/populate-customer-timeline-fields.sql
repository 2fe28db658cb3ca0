-- Writes the timelines that `stale_timelines` found out of date.
-- $1 business
update customers.customers as customer
set
  first_lead_date = stale.first_lead_date,
  conversion_date = stale.conversion_date
from stale_timelines as stale
where customer.business_id = $1
  and customer.id = stale.customer_id

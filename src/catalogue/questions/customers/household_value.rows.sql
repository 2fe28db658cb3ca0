/*
keys:
  - [household_id]
*/
-- Rows of household_value: booked and closed jobs of people of a household, once per household they belong to.
-- frame: jobs
select job_rows.*, members.household_id
from job_rows
join customers.household_members as members on members.business_id = :business_id and members.customer_id = job_rows.customer_id
where job_rows.is_sold
  and (:currency is null or job_rows.currency = :currency)

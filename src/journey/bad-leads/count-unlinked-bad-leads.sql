-- Bad leads without a lead, and why: no person could be made of them, or the person has no lead in the pool.
-- $1 business
select
  count(*) as unlinked,
  count(*) filter (where bad.customer_id is null) as without_customer,
  count(*) filter (where bad.customer_id is not null) as customer_without_lead
from journey.bad_leads as bad
where bad.business_id = $1
  and bad.lead_status_id is null

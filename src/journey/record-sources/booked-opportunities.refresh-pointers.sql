-- Points every booked opportunity at the customer that its person record is linked to now.
-- updated_at stays: the row itself did not change.
-- $1 business
with stale as (
  select
    opportunity.id,
    record.customer_id
  from journey.booked_opportunities as opportunity
  left join customers.records as record
    on record.business_id = $1
    and record.source = 'journey.booked_opportunities'
    and record.source_id = opportunity.id
  where opportunity.business_id = $1
    and opportunity.customer_id is distinct from record.customer_id
)

update journey.booked_opportunities as opportunity
set customer_id = stale.customer_id
from stale
where opportunity.business_id = $1
  and opportunity.id = stale.id

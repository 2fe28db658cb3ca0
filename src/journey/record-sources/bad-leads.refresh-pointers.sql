-- Points every bad lead at the customer that its person record is linked to now.
-- updated_at stays: the row itself did not change.
-- $1 business
with stale as (
  select
    lead.id,
    record.customer_id
  from journey.bad_leads as lead
  left join customers.records as record
    on record.business_id = $1
    and record.source = 'journey.bad_leads'
    and record.source_id = lead.id
  where lead.business_id = $1
    and lead.customer_id is distinct from record.customer_id
)

update journey.bad_leads as lead
set customer_id = stale.customer_id
from stale
where lead.business_id = $1
  and lead.id = stale.id

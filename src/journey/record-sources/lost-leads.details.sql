-- Where each row was read, and where the move goes to.
-- $1 business
select
  lead.id as source_id,
  lead.file_id,
  lead.line,
  null::text as destination_address,
  null::text as destination_city,
  null::text as destination_state,
  null::text as destination_zip
from journey.lost_leads as lead
where lead.business_id = $1

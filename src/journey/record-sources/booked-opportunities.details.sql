-- Where each row was read, and where the move goes to.
-- $1 business
select
  opportunity.id as source_id,
  opportunity.file_id,
  opportunity.line,
  null::text as destination_address,
  null::text as destination_city,
  null::text as destination_state,
  null::text as destination_zip
from journey.booked_opportunities as opportunity
where opportunity.business_id = $1

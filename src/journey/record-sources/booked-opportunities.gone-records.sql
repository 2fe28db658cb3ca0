-- Person records whose booked opportunity is gone, or names nobody any more.
-- $1 business
select record.id
from customers.records as record
left join journey.booked_opportunities as opportunity
  on opportunity.business_id = $1
  and opportunity.id = record.source_id
where record.business_id = $1
  and record.source = 'journey.booked_opportunities'
  and (opportunity.id is null or num_nonnulls(opportunity.customer_name, opportunity.email, opportunity.phone_number) = 0)

-- Person records whose bad lead is gone, or names nobody any more.
-- $1 business
select record.id
from customers.records as record
left join journey.bad_leads as lead
  on lead.business_id = $1
  and lead.id = record.source_id
where record.business_id = $1
  and record.source = 'journey.bad_leads'
  and (lead.id is null or num_nonnulls(lead.customer_name, lead.customer_email, lead.customer_phone) = 0)

-- Person records whose lost lead is gone, or names nobody any more.
-- $1 business
select record.id
from customers.records as record
left join journey.lost_leads as lead
  on lead.business_id = $1
  and lead.id = record.source_id
where record.business_id = $1
  and record.source = 'journey.lost_leads'
  and (lead.id is null or num_nonnulls(lead.name) = 0)

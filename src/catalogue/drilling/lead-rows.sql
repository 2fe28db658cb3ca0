/*
keys:
  - [id, quote_number, customer_id, currency, branch_id, branch_name, sales_person_id, sales_person_name]
  - [lead_source_id, lead_source_name, lead_source_category, status_group, month]
measures:
  total_leads: count
  converted_leads: count where is_won
  lost_leads: count where is_lost
  bad_leads: count where is_bad
  timed_leads: count where has_time
  leads_with_a_time: count where has_time
  conversion_rate: percent converted_leads of total_leads
*/
-- Rows of questions about leads of the pool. The file that names this frame says which of them count.
select
  'lead' as source,
  leads.*,
  leads.quote_number as reference,
  (leads.received_at at time zone :time_zone)::date as day,
  date_trunc('month', leads.received_at at time zone :time_zone)::date as month,
  leads.response_minutes is not null as has_time,
  coalesce(leads.response_minutes <= 5, false) as within_5_minutes,
  coalesce(leads.response_minutes <= 15, false) as within_15_minutes,
  coalesce(leads.response_minutes <= 60, false) as within_an_hour,
  coalesce(leads.response_minutes > 60, false) as over_an_hour,
  leads.estimated_revenue as amount
from catalogue.lead_facts as leads
where leads.business_id = :business_id

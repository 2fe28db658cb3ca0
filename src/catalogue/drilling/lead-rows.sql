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
  not leads.is_won as is_not_won,
  case
    when leads.response_minutes <= 15 then '0-15' when leads.response_minutes <= 30 then '16-30' when leads.response_minutes <= 60 then '31-60'
    when leads.response_minutes <= 120 then '61-120' when leads.response_minutes <= 240 then '121-240' when leads.response_minutes > 240 then '240+'
  end as time_bucket,
  case
    when leads.response_minutes <= 5 then '0-5 minutes' when leads.response_minutes <= 15 then '6-15 minutes' when leads.response_minutes <= 30 then '16-30 minutes'
    when leads.response_minutes <= 60 then '31-60 minutes' when leads.response_minutes <= 120 then '1-2 hours' when leads.response_minutes <= 240 then '2-4 hours'
    when leads.response_minutes <= 480 then '4-8 hours' when leads.response_minutes > 480 then '8+ hours'
  end as response_window,
  case
    when :as_of - (leads.received_at at time zone :time_zone)::date <= 1 then '0-1 days' when :as_of - (leads.received_at at time zone :time_zone)::date <= 7 then '2-7 days'
    when :as_of - (leads.received_at at time zone :time_zone)::date <= 30 then '8-30 days' when :as_of - (leads.received_at at time zone :time_zone)::date <= 90 then '31-90 days'
    when :as_of - (leads.received_at at time zone :time_zone)::date > 90 then 'over 90 days'
  end as age
from catalogue.lead_facts as leads
where leads.business_id = :business_id

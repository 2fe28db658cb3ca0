/*
keys:
  - [id, quote_number, customer_id, currency, reason, branch_name, lead_source_name, lead_source_category, lost_date, month, sales_person_name]
measures:
  total_lost: count
  lost_leads: count
  unique_customers: distinct customer_id
  lead_sources_count: distinct lead_source_id
  lost_value: sum amount
  first_lost_date: first lost_date
  last_lost_date: last lost_date
*/
-- Rows of questions about lost leads.
select
  'lost lead' as source,
  lost.*,
  lost.quote_number as reference,
  lost.lost_date as day,
  date_trunc('month', lost.lost_date::timestamp)::date as month,
  coalesce(people.name, '(no sales person)') as sales_person_name,
  lost.reason as status,
  coalesce(opportunities.stands, false) as is_won,
  not coalesce(opportunities.stands, false) as is_not_won,
  case when opportunities.stands and opportunities.currency = lost.currency then opportunities.amount end as won_amount,
  case
    when lost.amount is null then 'no amount' when lost.amount < 500 then 'under 500' when lost.amount < 1000 then '500 to 999'
    when lost.amount < 2500 then '1,000 to 2,499' when lost.amount < 5000 then '2,500 to 4,999' else '5,000 and more'
  end as price_band
from catalogue.lost_lead_facts as lost
left join catalogue.opportunity_facts as opportunities
  on opportunities.business_id = :business_id
  and opportunities.quote_number = lost.quote_number
left join journey.sales_persons as people on people.business_id = :business_id and people.id = lost.sales_person_id
where lost.business_id = :business_id
  and (:date_from is null or lost.lost_date >= :date_from)
  and (:date_to is null or lost.lost_date < :date_to)
  and (:branch is null or lost.branch_id = :branch)
  and (:sales_person is null or lost.sales_person_id = :sales_person)
  and (:lead_source is null or lost.lead_source_id = :lead_source)
  and (:currency is null or lost.currency = :currency)

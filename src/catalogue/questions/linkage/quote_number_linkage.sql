/*
id: quote_number_linkage
question: Which quotes stand in the lead pool, among the booked ones and among the lost ones?
theme: linkage
grain: one row per quote number
definition: >-
  Every quote number of lead_status, booked_opportunities and lost_leads, with what each of
  the three says about it and which of them have it.
dateBasis: none (all rows as they stand)
chart: {type: table}
parameters:
  - {name: quote_number, type: text, meaning: "Only this quote number"}
  - {name: after, type: text, meaning: "Only quote numbers that sort after this one: the last of the page before"}
  - limit
columns:
  - {name: quote_number, type: text, meaning: "The quote number"}
  - {name: match_type, type: text, meaning: "Which of the three tables have it"}
  - {name: lead_status_id, type: uuid, meaning: "Row in the lead pool"}
  - {name: lead_status_status, type: text, meaning: "Status there"}
  - {name: lead_status_sales_person, type: text, meaning: "Sales person there, folded name"}
  - {name: lead_status_branch_name, type: text, meaning: "Branch there"}
  - {name: lead_status_referral_source, type: text, meaning: "Source text there"}
  - {name: time_to_contact, type: text, meaning: "As written in the file"}
  - {name: booked_opportunity_id, type: uuid, meaning: "Row among the booked"}
  - {name: booked_opportunity_status, type: text, meaning: "Status there"}
  - {name: booked_opportunity_sales_person, type: text, meaning: "Sales person there, folded name"}
  - {name: booked_opportunity_branch_name, type: text, meaning: "Branch there"}
  - {name: booked_opportunity_referral_source, type: text, meaning: "Source text there"}
  - {name: customer_id, type: uuid, meaning: "Customer of the opportunity, else of the lead, else of the lost lead"}
  - {name: booked_date, type: date, meaning: "Day of the last booking"}
  - {name: lost_lead_id, type: uuid, meaning: "Row among the lost"}
  - {name: lost_lead_name, type: text, meaning: "Name there"}
  - {name: lost_date, type: date, meaning: "Day it was lost"}
  - {name: move_date, type: date, meaning: "Planned day of the move"}
  - {name: lost_reason, type: text, meaning: "Why it was lost"}
  - {name: date_received, type: instant, meaning: "When the lost lead had come in"}
  - {name: time_to_first_contact, type: text, meaning: "As written in the file"}
  - {name: journey_status, type: text, meaning: "Converted, Cancelled, Lost Lead, Bad Lead or Active Lead"}
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - An opportunity that was cancelled is Cancelled, and a lead whose own status says lost or bad is not active; the original called both otherwise.
  - At most limit rows, in the order of the quote number as text; go on with after.
*/
with quotes as (
  (
    select quote_number from journey.lead_status
    where business_id = :business_id and quote_number > coalesce(:after, '') and (:quote_number is null or quote_number = :quote_number)
    order by quote_number limit :limit
  )
  union
  (
    select quote_number from journey.booked_opportunities
    where business_id = :business_id and quote_number > coalesce(:after, '') and (:quote_number is null or quote_number = :quote_number)
    order by quote_number limit :limit
  )
  union
  (
    select quote_number from journey.lost_leads
    where business_id = :business_id and quote_number > coalesce(:after, '') and (:quote_number is null or quote_number = :quote_number)
    order by quote_number limit :limit
  )
  order by quote_number
  limit :limit
)

select
  quotes.quote_number,
  case
    when leads.id is not null and opportunities.id is not null and lost_leads.id is not null then 'All Three'
    when leads.id is not null and opportunities.id is not null then 'LeadStatus + BookedOpportunity'
    when leads.id is not null and lost_leads.id is not null then 'LeadStatus + LostLead'
    when opportunities.id is not null and lost_leads.id is not null then 'BookedOpportunity + LostLead'
    when leads.id is not null then 'LeadStatus Only'
    when opportunities.id is not null then 'BookedOpportunity Only'
    else 'LostLead Only'
  end as match_type,
  leads.id as lead_status_id,
  leads.status as lead_status_status,
  coalesce(lead_persons.name, leads.sales_person) as lead_status_sales_person,
  leads.branch_name as lead_status_branch_name,
  leads.referral_source as lead_status_referral_source,
  leads.time_to_contact,
  opportunities.id as booked_opportunity_id,
  opportunities.status as booked_opportunity_status,
  coalesce(opportunity_persons.name, opportunities.sales_person) as booked_opportunity_sales_person,
  opportunities.branch_name as booked_opportunity_branch_name,
  opportunities.referral_source as booked_opportunity_referral_source,
  coalesce(opportunities.customer_id, leads.customer_id, lost_leads.customer_id) as customer_id,
  opportunities.booked_date,
  lost_leads.id as lost_lead_id,
  lost_leads.name as lost_lead_name,
  lost_leads.lost_date,
  lost_leads.move_date,
  lost_leads.reason as lost_reason,
  lost_leads.date_received,
  lost_leads.time_to_first_contact,
  case
    when opportunities.status_group = 'cancelled' then 'Cancelled'
    when opportunities.id is not null and coalesce(opportunities.status_group, 'booked') not in ('lost', 'bad') then 'Converted'
    when lost_leads.id is not null or 'lost' in (leads.status_group, opportunities.status_group) then 'Lost Lead'
    when 'bad' in (leads.status_group, opportunities.status_group) then 'Bad Lead'
    else 'Active Lead'
  end as journey_status
from quotes
left join journey.lead_status as leads on leads.business_id = :business_id and leads.quote_number = quotes.quote_number
left join journey.booked_opportunities as opportunities on opportunities.business_id = :business_id and opportunities.quote_number = quotes.quote_number
left join journey.lost_leads as lost_leads on lost_leads.business_id = :business_id and lost_leads.quote_number = quotes.quote_number
left join journey.sales_persons as lead_persons on lead_persons.business_id = :business_id and lead_persons.id = leads.sales_person_id
left join journey.sales_persons as opportunity_persons on opportunity_persons.business_id = :business_id and opportunity_persons.id = opportunities.sales_person_id
order by quotes.quote_number

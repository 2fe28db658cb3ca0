-- Receipt of quote_number_linkage: rows of the three tables among the quotes shown, and the rest.
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
),

shown as (
  select
    count(leads.id) as leads,
    count(opportunities.id) as opportunities,
    count(lost_leads.id) as lost_leads,
    count(leads.id) filter (where leads.booked_opportunity_id is not null) as leads_linked,
    count(opportunities.id) filter (where opportunities.customer_id is not null) as opportunities_linked
  from quotes
  left join journey.lead_status as leads on leads.business_id = :business_id and leads.quote_number = quotes.quote_number
  left join journey.booked_opportunities as opportunities on opportunities.business_id = :business_id and opportunities.quote_number = quotes.quote_number
  left join journey.lost_leads as lost_leads on lost_leads.business_id = :business_id and lost_leads.quote_number = quotes.quote_number
),

totals as (
  select
    (select count(*) from journey.lead_status where business_id = :business_id) as leads,
    (select count(*) from journey.booked_opportunities where business_id = :business_id) as opportunities,
    (select count(*) from journey.lost_leads where business_id = :business_id) as lost_leads
)

select
  shown.leads + shown.opportunities + shown.lost_leads as rows_counted,
  jsonb_build_array(
    jsonb_build_object('reason', 'lead not asked for or beyond the limit', 'rows', totals.leads - shown.leads),
    jsonb_build_object('reason', 'opportunity not asked for or beyond the limit', 'rows', totals.opportunities - shown.opportunities),
    jsonb_build_object('reason', 'lost lead not asked for or beyond the limit', 'rows', totals.lost_leads - shown.lost_leads)
  ) as excluded,
  '{}'::text[] as currencies,
  jsonb_build_array(
    jsonb_build_object('joint', 'lead → opportunity', 'linked', shown.leads_linked, 'total', shown.leads),
    jsonb_build_object('joint', 'opportunity → customer', 'linked', shown.opportunities_linked, 'total', shown.opportunities)
  ) as link_coverage
from shown, totals

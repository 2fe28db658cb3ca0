/*
id: module_relationship_matrix
question: How well do customers, jobs, leads and opportunities hang together?
theme: linkage
grain: one row per relationship
definition: >-
  For each of nine relationships, how many rows of the first table have at least one row of
  the second. Every row of the first table counts once, however many it is linked to.
dateBasis: none (all rows as they stand)
chart: {type: bar, x: relationship, y: [linkage_percentage]}
parameters: []
columns:
  - {name: relationship, type: text, meaning: "From which table to which"}
  - {name: source_count, type: integer, unit: rows, meaning: "Rows of the first table"}
  - {name: target_count, type: integer, unit: rows, meaning: "Rows of the second table"}
  - {name: linked_count, type: integer, unit: rows, meaning: "Rows of the first table that have one of the second"}
  - {name: linkage_percentage, type: percent, meaning: "linked_count / source_count"}
  - {name: relationship_status, type: text, meaning: "Linked when at least one row is, else Not Linked"}
caveats:
  - A customer merged into another is not counted; its rows hang on the one that stayed. Jobs marked as duplicates are not counted.
  - A relationship need not reach 100 percent, as not every lead is booked; link_coverage says what is missing.
*/
with counts as (
  select
    (select count(*) from customers.customers where business_id = :business_id and is_primary_record) as customers,
    (select count(*) from journey.jobs where business_id = :business_id and not is_duplicate) as jobs,
    (select count(*) from journey.lost_leads where business_id = :business_id) as lost_leads
),

leads as (
  select
    count(*) as total,
    count(booked_opportunity_id) as with_opportunity
  from journey.lead_status
  where business_id = :business_id
),

bad_leads as (
  select
    count(*) as total,
    count(customer_id) as with_customer,
    count(distinct customer_id) as customers
  from journey.bad_leads
  where business_id = :business_id
),

opportunities as (
  select
    count(*) as total,
    count(customer_id) as with_customer,
    count(distinct customer_id) as customers
  from journey.booked_opportunities
  where business_id = :business_id
),

bridges as (
  select
    (
      select count(distinct customer_id)
      from journey.jobs
      where business_id = :business_id and not is_duplicate
    ) as customers_with_job,
    (
      select count(*)
      from journey.lost_leads as lost_leads
      join journey.lead_status as lead_status
        on lead_status.business_id = :business_id
        and lead_status.quote_number = lost_leads.quote_number
      where lost_leads.business_id = :business_id
    ) as leads_lost,
    (
      select count(*)
      from journey.booked_opportunities as opportunities
      join journey.lead_status as lead_status
        on lead_status.business_id = :business_id
        and lead_status.booked_opportunity_id = opportunities.id
      where opportunities.business_id = :business_id and opportunities.customer_id is not null
    ) as leads_with_customer,
    (
      select count(booked_opportunity_id)
      from journey.lost_leads
      where business_id = :business_id
    ) as lost_with_opportunity
),

relationships (position, relationship, source_count, target_count, linked_count) as (
  select 1, 'customers → jobs', counts.customers, counts.jobs, bridges.customers_with_job from counts, bridges
  union all
  select 2, 'customers → bad leads', counts.customers, bad_leads.total, bad_leads.customers from counts, bad_leads
  union all
  select 3, 'customers → booked opportunities', counts.customers, opportunities.total, opportunities.customers from counts, opportunities
  union all
  select 4, 'lead status → booked opportunities', leads.total, opportunities.total, leads.with_opportunity from leads, opportunities
  union all
  select 5, 'lead status → lost leads', leads.total, counts.lost_leads, bridges.leads_lost from leads, counts, bridges
  union all
  select 6, 'lead status → customers (over opportunities)', leads.total, counts.customers, bridges.leads_with_customer from leads, counts, bridges
  union all
  select 7, 'lost leads → booked opportunities', counts.lost_leads, opportunities.total, bridges.lost_with_opportunity from counts, opportunities, bridges
  union all
  select 8, 'booked opportunities → customers', opportunities.total, counts.customers, opportunities.with_customer from opportunities, counts
  union all
  select 9, 'bad leads → customers', bad_leads.total, counts.customers, bad_leads.with_customer from bad_leads, counts
)

select
  relationship,
  source_count,
  target_count,
  linked_count,
  round(100.0 * linked_count / nullif(source_count, 0), 2) as linkage_percentage,
  case when linked_count > 0 then 'Linked' else 'Not Linked' end as relationship_status
from relationships
order by position

-- Rows whose text has no source (to be mended), and rows that say nothing about one.
-- $1 business
with
leads as (
  select
    count(*) filter (where lead.referral_source is not null) as unresolved,
    count(*) filter (where lead.referral_source is null) as silent
  from journey.lead_status as lead
  where lead.business_id = $1
    and lead.lead_source_id is null
),

bad_leads as (
  select
    count(*) filter (where bad.provider is not null) as unresolved,
    count(*) filter (where bad.provider is null) as silent
  from journey.bad_leads as bad
  where bad.business_id = $1
    and bad.lead_source_id is null
),

lost_leads as (
  select count(*) as silent
  from journey.lost_leads as lost
  where lost.business_id = $1
    and lost.lead_source_id is null
),

sources as (
  select coalesce(jsonb_object_agg(counted.category, counted.sources), '{}') as by_category
  from (
    select coalesce(source.category, 'Other') as category, count(*) as sources
    from journey.lead_sources as source
    where source.business_id = $1
    group by 1
  ) as counted
)

select
  leads.unresolved + bad_leads.unresolved as unresolved,
  leads.silent as leads_without_source,
  bad_leads.silent as bad_leads_without_source,
  lost_leads.silent as lost_leads_without_source,
  sources.by_category
from leads
cross join bad_leads
cross join lost_leads
cross join sources

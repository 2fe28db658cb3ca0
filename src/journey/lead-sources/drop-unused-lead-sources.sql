-- Lead sources that were compiled from rows, that no person edited and nothing names any more.
-- $1 business
delete from journey.lead_sources as source
where source.business_id = $1
  and source.origin = 'compiled'
  and source.edited_at is null
  and not exists (select from journey.lead_source_spellings as spelling where spelling.business_id = $1 and spelling.lead_source_id = source.id)
  and not exists (select from journey.lead_status as lead where lead.business_id = $1 and lead.lead_source_id = source.id)
  and not exists (select from journey.bad_leads as bad where bad.business_id = $1 and bad.lead_source_id = source.id)
  and not exists (select from journey.lost_leads as lost where lost.business_id = $1 and lost.lead_source_id = source.id)
  and not exists (select from journey.marketing_spend as spend where spend.business_id = $1 and spend.lead_source_id = source.id)

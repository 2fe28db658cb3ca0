-- The category that a person gave a lead source.
-- $1 business, $2 lead source, $3 category, $4 now
update journey.lead_sources as source
set category = $3, updated_at = $4
where source.business_id = $1
  and source.id = $2
  and source.category is distinct from $3

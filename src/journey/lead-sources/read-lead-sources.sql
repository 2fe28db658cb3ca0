-- All lead sources (newest first, so that the oldest of two wins a map) and the texts that are known to mean one, as one row.
-- $1 business
with
known_sources as (
  select
    jsonb_agg(
      jsonb_build_object('id', source.id, 'normalized_name', source.normalized_name)
      order by source.created_at desc, source.name desc
    ) as rows
  from journey.lead_sources as source
  where source.business_id = $1
),

known_spellings as (
  select
    jsonb_agg(
      jsonb_build_object('spelling', spelling.spelling, 'lead_source_id', spelling.lead_source_id, 'origin', spelling.origin)
    ) as rows
  from journey.lead_source_spellings as spelling
  where spelling.business_id = $1
)

select
  coalesce(known_sources.rows, '[]') as sources,
  coalesce(known_spellings.rows, '[]') as spellings
from known_sources
cross join known_spellings

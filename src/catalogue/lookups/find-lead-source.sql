-- The lead source a text means ($1 business, $2 text: name, spelling or id), else the nearest names.
with named as (
  select
    source.id,
    source.name,
    source.id::text = lower($2)
      or lower(source.name) = lower($2)
      or exists (
        select from journey.lead_source_spellings as spelling
        where spelling.business_id = $1
          and spelling.lead_source_id = source.id
          and lower(spelling.spelling) = lower($2)
      ) as is_match,
    public.similarity(source.name, $2) as likeness
  from journey.lead_sources as source
  where source.business_id = $1
)

select
  id,
  name,
  is_match
from named
order by is_match desc, likeness desc, name
limit 5

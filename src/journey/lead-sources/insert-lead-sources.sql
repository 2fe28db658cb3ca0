-- New lead sources.
-- $1 business, $2 rows as JSON, $3 batch or null, $4 origin, $5 now
insert into journey.lead_sources (business_id, id, name, normalized_name, category, origin, batch_id, created_at, updated_at)
select $1, fresh.id, fresh.name, fresh.normalized_name, fresh.category, $4, $3, $5, $5
from jsonb_to_recordset($2) as fresh (id uuid, name text, normalized_name text, category text)
on conflict do nothing

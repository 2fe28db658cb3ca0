-- What texts in rows mean; a text mapped by hand takes the place of what a rule said.
-- $1 business, $2 rows as JSON, $3 batch or null, $4 origin
insert into journey.lead_source_spellings (business_id, id, spelling, lead_source_id, origin, batch_id)
select $1, fresh.id, fresh.spelling, fresh.lead_source_id, $4, $3
from jsonb_to_recordset($2) as fresh (id uuid, spelling text, lead_source_id uuid)
on conflict (business_id, spelling) do update
set lead_source_id = excluded.lead_source_id, origin = excluded.origin
where excluded.origin = 'manual'

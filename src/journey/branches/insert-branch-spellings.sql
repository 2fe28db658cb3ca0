-- What texts in rows mean; a text mapped by hand takes the place of what a rule said.
-- $1 business, $2 rows as JSON, $3 batch or null, $4 origin
insert into journey.branch_spellings (business_id, id, spelling, branch_id, origin, batch_id)
select $1, fresh.id, fresh.spelling, fresh.branch_id, $4, $3
from jsonb_to_recordset($2) as fresh (id uuid, spelling text, branch_id uuid)
on conflict (business_id, spelling) do update
set branch_id = excluded.branch_id, origin = excluded.origin
where excluded.origin = 'manual'

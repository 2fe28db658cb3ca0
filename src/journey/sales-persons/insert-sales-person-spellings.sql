-- Whom texts in rows mean.
-- $1 business, $2 rows as JSON, $3 batch or null, $4 origin
insert into journey.sales_person_spellings (business_id, id, spelling, sales_person_id, own_sales_person_id, fold_id, origin, batch_id)
select $1, fresh.id, fresh.spelling, fresh.sales_person_id, fresh.own_sales_person_id, fresh.fold_id, $4, $3
from jsonb_to_recordset($2) as fresh (id uuid, spelling text, sales_person_id uuid, own_sales_person_id uuid, fold_id uuid)
on conflict do nothing

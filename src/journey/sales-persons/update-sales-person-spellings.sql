-- Whom spellings mean now, after folds were made or taken back.
-- $1 business, $2 rows as JSON
update journey.sales_person_spellings as spelling
set
  sales_person_id = fresh.sales_person_id,
  fold_id = fresh.fold_id
from jsonb_to_recordset($2) as fresh (spelling text, sales_person_id uuid, fold_id uuid)
where spelling.business_id = $1
  and spelling.spelling = fresh.spelling

-- Every fold of sales people, newest first, and whether it stands.
-- $1 business
select
  fold.spelling,
  folded.name as folded,
  kept.name as kept,
  fold.method,
  fold.confidence::float8 as confidence,
  fold.evidence,
  fold.made_by,
  fold.made_at,
  fold.undone_by,
  fold.undone_at
from journey.sales_person_folds as fold
join journey.sales_persons as folded
  on folded.business_id = $1
  and folded.id = fold.folded_id
join journey.sales_persons as kept
  on kept.business_id = $1
  and kept.id = fold.kept_id
where fold.business_id = $1
order by fold.made_at desc, fold.id desc

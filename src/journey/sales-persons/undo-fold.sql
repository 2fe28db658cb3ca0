-- Takes a fold back; the row stays, so that no rule makes it again.
-- $1 business, $2 fold, $3 by whom, $4 now
update journey.sales_person_folds as fold
set undone_by = $3, undone_at = $4
where fold.business_id = $1
  and fold.id = $2
  and fold.undone_at is null

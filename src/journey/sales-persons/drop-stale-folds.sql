-- Folds that a rule made into a sales person whom no row names any more: nothing is left that
-- they could be folded into. Folds by hand and folds taken back stay.
-- $1 business
delete from journey.sales_person_folds as fold
using journey.sales_persons as kept
where fold.business_id = $1
  and kept.business_id = $1
  and kept.id = fold.kept_id
  and kept.origin = 'compiled'
  and fold.method <> 'manual'
  and fold.undone_at is null
  and not exists (
    select
    from journey.sales_person_spellings as spelling
    where spelling.business_id = $1
      and spelling.own_sales_person_id = kept.id
  )

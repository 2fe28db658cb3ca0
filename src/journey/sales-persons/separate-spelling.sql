-- Gives a spelling a sales person of its own, by a person's decision.
-- $1 business, $2 spelling, $3 sales person
update journey.sales_person_spellings as spelling
set
  sales_person_id = $3,
  own_sales_person_id = $3,
  fold_id = null,
  origin = 'manual'
where spelling.business_id = $1
  and spelling.spelling = $2

-- Records that one sales person (or, by hand, one spelling) was folded into another.
-- $1 business, $2 id, $3 kept, $4 folded, $5 spelling, $6 method, $7 confidence, $8 evidence, $9 made by, $10 now,
-- $11 taken back by (null when it stands)
insert into journey.sales_person_folds (
  business_id, id, kept_id, folded_id, spelling, method, confidence, evidence, made_by, made_at, undone_by, undone_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $11::text is null then null else $10::timestamptz end)

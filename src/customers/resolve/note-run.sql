-- A run that changed something, and how many records came since the model was learnt.
-- $1 business, $2 run, $3 purpose, $4 who, $5 began, $6 ended, $7 counts, $8 new records that the model was not learnt from
with aged as (
  update customers.models as model
  set records_since = model.records_since + $8
  where model.business_id = $1
    and $8::integer > 0
)

insert into customers.runs (business_id, id, purpose, started_by, started_at, finished_at, counts)
values ($1, $2, $3, $4, $5, $6, $7)

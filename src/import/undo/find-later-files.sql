-- Files of the given kinds that were loaded after a file and still stand, in the order they were loaded.
-- $1 business, $2 file, $3 kinds
with placed as (
  select
    file.id,
    file.batch_id,
    file.kind,
    file.state,
    file.loaded_at,
    array(select jsonb_object_keys(file.columns || file.constants)) as columns,
    row(file.loaded_at, batch.number, file.position) as place
  from import.files as file
  join import.batches as batch
    on batch.business_id = $1
    and batch.id = file.batch_id
  where file.business_id = $1
    and file.kind = any ($3::text[])
    and file.loaded_at is not null
)

select
  later.id,
  later.batch_id as "batchId",
  later.kind,
  later.columns,
  later.loaded_at as "loadedAt"
from placed as undone
join placed as later on later.place > undone.place
where undone.id = $2
  and later.state = 'loaded'
order by later.place

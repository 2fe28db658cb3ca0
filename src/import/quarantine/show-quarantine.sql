-- How many rows of an import wait, and of which files. $1 business, $2 batch
with counted as (
  select
    quarantined.file_id,
    count(*) filter (where quarantined.state = 'open')::integer as open_rows,
    count(*) filter (where quarantined.state = 'repeated')::integer as repeated_rows
  from import.quarantined_rows as quarantined
  where quarantined.business_id = $1
    and quarantined.batch_id = $2
  group by quarantined.file_id
)

select
  coalesce(sum(counted.open_rows), 0)::integer as open,
  coalesce(sum(counted.repeated_rows), 0)::integer as elsewhere,
  coalesce(
    json_agg(
      json_build_object('id', file.id, 'name', file.name, 'kind', file.kind, 'rows', counted.open_rows) order by file.position
    ) filter (where counted.open_rows > 0),
    '[]'
  ) as files
from counted
join import.files as file
  on file.business_id = $1
  and counted.file_id = file.id

/*
keys:
  - [import_number, state, file_name, kind]
measures:
  rows_read: sum rows_read
  created: sum created
  updated: sum updated
  same: sum same
  skipped: sum skipped
  quarantined: sum quarantined
  quarantined_percent: percent quarantined of rows_read
*/
-- Rows of questions about imported files: the files themselves.
select
  'file' as source,
  files.id,
  files.name as reference,
  null::uuid as customer_id,
  files.loaded_at::date as day,
  null::text as currency,
  files.state as status,
  batches.number as import_number,
  batches.state,
  files.name as file_name,
  files.kind,
  files.state = 'loaded' as is_loaded,
  files.rows as rows_read,
  files.created,
  files.updated,
  files.same,
  files.skipped,
  files.quarantined,
  files.batch_id,
  files.id as file_id,
  null::integer as line
from import.files as files
join import.batches as batches on batches.business_id = :business_id and batches.id = files.batch_id
where files.business_id = :business_id

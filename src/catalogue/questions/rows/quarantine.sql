/*
keys:
  - [kind, reason, column_name]
measures:
  waiting_rows: count where is_open
  loaded_since: count where is_loaded
*/
-- Rows of questions about quarantined rows, but those of undone imports.
select
  'quarantined row' as source,
  quarantined.id,
  quarantined.message as reference,
  null::uuid as customer_id,
  quarantined.created_at::date as day,
  null::text as currency,
  quarantined.state as status,
  quarantined.kind,
  quarantined.code as reason,
  quarantined.column_name,
  quarantined.state = 'open' as is_open,
  quarantined.state = 'replayed' as is_loaded,
  quarantined.batch_id,
  quarantined.file_id,
  quarantined.line
from import.quarantined_rows as quarantined
where quarantined.business_id = :business_id
  and quarantined.state <> 'undone'

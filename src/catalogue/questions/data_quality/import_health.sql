/*
id: import_health
question: How did our imports go?
theme: data_quality
grain: one row per imported file
definition: >-
  Files of all imports with the account of their rows: created, updated, same, skipped and
  quarantined add up to the rows read. When an import is done it is checked whether what was counted
  is there.
dateBasis: none (all imports)
receipt: import_files
rows: {measures: {offences: null}}
chart: {type: bar, x: file_name, y: [quarantined_percent]}
parameters: [limit]
columns:
  - {name: import_number, type: integer, meaning: "Number of the import"}
  - {name: state, type: text, meaning: "Where the import stands"}
  - {name: file_name, type: text, meaning: "Name of the file"}
  - {name: kind, type: text, meaning: "Which report it is"}
  - {name: rows_read, type: integer, unit: rows, meaning: "Rows of the file"}
  - {name: created, type: integer, unit: rows, meaning: "New rows"}
  - {name: updated, type: integer, unit: rows, meaning: "Rows that changed"}
  - {name: same, type: integer, unit: rows, meaning: "Rows that were there already"}
  - {name: skipped, type: integer, unit: rows, meaning: "Left out on purpose"}
  - {name: quarantined, type: integer, unit: rows, meaning: "Could not be read"}
  - {name: quarantined_percent, type: percent, meaning: "quarantined / read"}
  - {name: offences, type: integer, unit: rows, meaning: "Of the whole import: rows that the checks found not to fit together; empty when it was not checked"}
*/
-- What the check at the end of each import found.
with checks as (
  select distinct on (batch_id)
    batch_id,
    (select coalesce(sum((found.offence ->> 'rows')::integer), 0)::bigint from jsonb_array_elements(history.offences) as found (offence)) as offences
  from journey.integrity_check_history as history
  where business_id = :business_id
    and batch_id is not null
  order by batch_id, check_timestamp desc
)

select
  batches.number as import_number,
  batches.state,
  files.name as file_name,
  files.kind,
  files.rows as rows_read,
  files.created,
  files.updated,
  files.same,
  files.skipped,
  files.quarantined,
  round(100.0 * files.quarantined / nullif(files.rows, 0), 2) as quarantined_percent,
  checks.offences
from import.files as files
join import.batches as batches on batches.business_id = :business_id and batches.id = files.batch_id
left join checks on checks.batch_id = files.batch_id
where files.business_id = :business_id
order by batches.number desc, files.name
limit :limit

-- Files of an import whose account does not agree with what was kept of their rows; a sound import returns no row.
-- That the account adds up to the rows read is a constraint of the table; blank rows are counted, not kept.
-- $1 business, $2 batch
with files as (
  select file.id, file.name, file.quarantined, file.skipped - coalesce((file.skipped_by ->> 'blank_row')::integer, 0) as skipped
  from import.files as file
  where file.business_id = $1
    and file.batch_id = $2
),

quarantined as (
  select aside.file_id, count(*) as rows
  from import.quarantined_rows as aside
  where aside.business_id = $1
    and aside.batch_id = $2
  group by aside.file_id
),

skipped as (
  select aside.file_id, count(*) as rows
  from import.skipped_rows as aside
  where aside.business_id = $1
    and aside.batch_id = $2
  group by aside.file_id
)

select 'file whose quarantined rows were not all kept' as offence, files.name as example
from files
left join quarantined on quarantined.file_id = files.id
where files.quarantined <> coalesce(quarantined.rows, 0)
union all
select 'file whose skipped rows were not all kept', files.name
from files
left join skipped on skipped.file_id = files.id
where files.skipped <> coalesce(skipped.rows, 0)

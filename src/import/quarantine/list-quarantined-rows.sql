-- Open quarantined rows of one group of an import, in the order in which they were set aside.
-- $1 business, $2 batch, $3 kind, $4 code, $5 column (null: of none), $6 value (null: any), $7 after this row (null: from the first), $8 how many
select
  quarantined.id,
  file.name as file,
  quarantined.line,
  quarantined.message,
  file.header,
  coalesce(quarantined.cells, '[]') as cells,
  quarantined.raw,
  (file.columns ->> quarantined.column_name)::integer as at
from import.quarantined_rows as quarantined
join import.files as file
  on quarantined.business_id = file.business_id
  and quarantined.file_id = file.id
where quarantined.business_id = $1
  and quarantined.batch_id = $2
  and quarantined.state = 'open'
  and quarantined.kind = $3
  and quarantined.code = $4
  and quarantined.column_name is not distinct from $5
  and ($6::text is null or quarantined.value = $6)
  and ($7::uuid is null or quarantined.id > $7)
order by quarantined.id
limit $8

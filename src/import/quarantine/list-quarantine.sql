-- Open quarantined rows, grouped by the repair that cures them, largest first.
-- $1 business, $2 only of this batch (null: of all)
select
  quarantined.kind,
  quarantined.code,
  quarantined.column_name as "column",
  case when quarantined.column_name is null or quarantined.code = 'other_currency' then null else quarantined.value end as value,
  count(*)::integer as rows,
  min(quarantined.message) as message,
  min(file.name) as "exampleFile",
  min(quarantined.line) as "exampleLine"
from import.quarantined_rows as quarantined
join import.files as file
  on quarantined.business_id = file.business_id
  and quarantined.file_id = file.id
where quarantined.business_id = $1
  and quarantined.state = 'open'
  and ($2::uuid is null or quarantined.batch_id = $2)
group by 1, 2, 3, 4
order by rows desc, quarantined.kind, quarantined.code, value

/*
id: quarantine_by_reason
question: Which rows wait in quarantine, and what would cure them?
theme: data_quality
grain: one row per kind, reason and column
definition: >-
  Rows that imports could not load, by the report, the reason and the column; those of undone
  imports are not counted as waiting.
dateBasis: none (all imports)
receipt: quarantine
chart: {type: bar, x: reason, y: [waiting_rows], series: kind}
parameters: [limit]
columns:
  - {name: kind, type: text, meaning: "Report the row stood in"}
  - {name: reason, type: text, meaning: "Code of the reason; docs/import.md lists them"}
  - {name: column_name, type: text, meaning: "Column that could not be read; empty when it was the row"}
  - {name: waiting_rows, type: integer, unit: rows, meaning: "Still open"}
  - {name: loaded_since, type: integer, unit: rows, meaning: "Loaded after a repair"}
  - {name: dismissed, type: integer, unit: rows, meaning: "Set aside by a person, or the same as an earlier one"}
  - {name: different_values, type: integer, meaning: "Different texts among the waiting ones"}
  - {name: example, type: text, meaning: "One of these texts"}
*/
select
  kind,
  code as reason,
  column_name,
  count(*) filter (where state = 'open') as waiting_rows,
  count(*) filter (where state = 'replayed') as loaded_since,
  count(*) filter (where state in ('dismissed', 'repeated')) as dismissed,
  count(distinct value) filter (where state = 'open') as different_values,
  min(value) filter (where state = 'open') as example
from import.quarantined_rows
where business_id = :business_id
  and state <> 'undone'
group by 1, 2, 3
order by waiting_rows desc, kind, reason, column_name
limit :limit

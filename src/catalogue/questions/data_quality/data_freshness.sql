/*
id: data_freshness
question: How fresh is each report?
theme: data_quality
grain: one row per kind of report
definition: >-
  Files of imports that still stand, by the report: when the last one was loaded and what it
  brought.
dateBasis: day of the import (in the time zone asked for)
receipt: import_files
rows: {only: [is_loaded], measures: {rows_read: null, quarantined_percent: null}}
chart: {type: table}
parameters: [as_of, time_zone]
columns:
  - {name: kind, type: text, meaning: "Which report"}
  - {name: files, type: integer, unit: files, meaning: "Loaded and not undone"}
  - {name: first_loaded_on, type: date, meaning: "First import"}
  - {name: last_loaded_on, type: date, meaning: "Last import"}
  - {name: days_old, type: integer, unit: days, meaning: "Since then"}
  - {name: rows_read, type: integer, unit: rows, meaning: "Of all files"}
  - {name: created_rows, type: integer, unit: rows, meaning: "New ones"}
  - {name: updated_rows, type: integer, unit: rows, meaning: "Changed ones"}
  - {name: quarantined_percent, type: percent, meaning: "quarantined / read"}
*/
select
  kind,
  count(*) as files,
  min((loaded_at at time zone :time_zone)::date) as first_loaded_on,
  max((loaded_at at time zone :time_zone)::date) as last_loaded_on,
  :as_of - max((loaded_at at time zone :time_zone)::date) as days_old,
  sum(rows)::bigint as rows_read,
  sum(created)::bigint as created_rows,
  sum(updated)::bigint as updated_rows,
  round(100.0 * sum(quarantined) / nullif(sum(rows), 0), 2) as quarantined_percent
from import.files
where business_id = :business_id
  and state = 'loaded'
group by 1
order by last_loaded_on, kind

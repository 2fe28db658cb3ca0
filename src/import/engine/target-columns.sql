-- The columns of a table, with their types. $1 schema-qualified table name
select
  columns.attname as name,
  format_type(columns.atttypid, columns.atttypmod) as type
from pg_attribute as columns
where columns.attrelid = to_regclass($1)
  and columns.attnum > 0
  and not columns.attisdropped
order by columns.attnum

-- Columns of a table or view of the journey in their order ($1 its name): name and type.
-- The business is the file's, not the row's, and is left out.
select
  columns.attname as name,
  format_type(columns.atttypid, columns.atttypmod) as type
from pg_attribute as columns
join pg_class as tables on tables.oid = columns.attrelid
join pg_namespace as schemas on schemas.oid = tables.relnamespace
where schemas.nspname = 'journey'
  and tables.relname = $1
  and columns.attnum > 0
  and not columns.attisdropped
  and columns.attname <> 'business_id'
order by columns.attnum

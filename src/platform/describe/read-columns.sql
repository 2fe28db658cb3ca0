-- Columns of our tables and views, in order.
select
  schemas.nspname || '.' || tables.relname as table,
  columns.attname as name,
  format_type(columns.atttypid, columns.atttypmod) as type,
  not columns.attnotnull as "isNullable",
  columns.attidentity <> '' as "isIdentity",
  pg_get_expr(defaults.adbin, defaults.adrelid) as default,
  col_description(tables.oid, columns.attnum) as comment
from pg_attribute as columns
join pg_class as tables
  on columns.attrelid = tables.oid
join pg_namespace as schemas
  on tables.relnamespace = schemas.oid
left join pg_attrdef as defaults
  on columns.attrelid = defaults.adrelid
  and columns.attnum = defaults.adnum
where tables.relkind in ('r', 'p', 'v')
  and tables.relpersistence = 'p'
  and schemas.nspname !~ '^(pg_|information_schema$|public$)'
  and columns.attnum > 0
  and not columns.attisdropped
order by schemas.nspname, tables.relname, columns.attnum

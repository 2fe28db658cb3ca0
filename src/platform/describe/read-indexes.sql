-- Indexes of our tables, with their key columns in order (null for an expression).
select
  schemas.nspname || '.' || tables.relname as table,
  indexes.relname as name,
  keys.indisunique as "isUnique",
  keys.indisprimary as "isPrimary",
  keys.indpred is not null as "isPartial",
  array(
    select columns.attname::text
    from unnest(keys.indkey::smallint[]) with ordinality as places (number, place)
    left join pg_attribute as columns
      on columns.attrelid = keys.indrelid
      and columns.attnum = places.number
      and places.number > 0
    where places.place <= keys.indnkeyatts
    order by places.place
  ) as columns,
  pg_get_indexdef(keys.indexrelid) as definition
from pg_index as keys
join pg_class as indexes
  on keys.indexrelid = indexes.oid
join pg_class as tables
  on keys.indrelid = tables.oid
join pg_namespace as schemas
  on tables.relnamespace = schemas.oid
where schemas.nspname !~ '^(pg_|information_schema$|public$)'
order by schemas.nspname, tables.relname, indexes.relname

-- Primary keys, unique constraints, checks and foreign keys of our tables.
-- PostgreSQL 18 also lists NOT NULL here (contype n); that is told by the column.
select
  schemas.nspname || '.' || tables.relname as table,
  constraints.conname as name,
  constraints.contype as type,
  array(
    select columns.attname::text
    from unnest(constraints.conkey) with ordinality as keys (number, place)
    join pg_attribute as columns
      on columns.attrelid = constraints.conrelid
      and columns.attnum = keys.number
    order by keys.place
  ) as columns,
  referenced_schemas.nspname || '.' || referenced.relname as references,
  array(
    select columns.attname::text
    from unnest(constraints.confkey) with ordinality as keys (number, place)
    join pg_attribute as columns
      on columns.attrelid = constraints.confrelid
      and columns.attnum = keys.number
    order by keys.place
  ) as "referencedColumns",
  constraints.confdeltype as "deleteAction",
  array(
    select columns.attname::text
    from unnest(constraints.confdelsetcols) with ordinality as keys (number, place)
    join pg_attribute as columns
      on columns.attrelid = constraints.conrelid
      and columns.attnum = keys.number
    order by keys.place
  ) as "nulledColumns",
  pg_get_constraintdef(constraints.oid) as definition
from pg_constraint as constraints
join pg_class as tables
  on constraints.conrelid = tables.oid
join pg_namespace as schemas
  on tables.relnamespace = schemas.oid
left join pg_class as referenced
  on constraints.confrelid = referenced.oid
left join pg_namespace as referenced_schemas
  on referenced.relnamespace = referenced_schemas.oid
where constraints.contype in ('p', 'u', 'c', 'f', 'x')
  and schemas.nspname !~ '^(pg_|information_schema$|public$)'
order by schemas.nspname, tables.relname, constraints.conname

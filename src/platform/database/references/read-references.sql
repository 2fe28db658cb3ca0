-- The foreign keys of a table ("outgoing") and those of other tables that point at it ("incoming").
-- $1 schema-qualified table
with
keys as (
  select
    constraints.oid,
    constraints.conrelid,
    constraints.confrelid,
    constraints.confdeltype,
    constraints.confdelsetcols,
    constraints.conname
  from pg_constraint as constraints
  where constraints.contype = 'f'
    and to_regclass($1) in (constraints.conrelid, constraints.confrelid)
),

pairs as (
  select
    constraints.oid,
    array_agg(own.attname::text order by pair.place) as columns,
    array_agg(referenced.attname::text order by pair.place) as referenced_columns
  from pg_constraint as constraints
  cross join lateral unnest(constraints.conkey, constraints.confkey) with ordinality as pair (own_number, referenced_number, place)
  join pg_attribute as own
    on own.attrelid = constraints.conrelid
    and own.attnum = pair.own_number
  join pg_attribute as referenced
    on referenced.attrelid = constraints.confrelid
    and referenced.attnum = pair.referenced_number
  where constraints.oid in (select keys.oid from keys)
  group by constraints.oid
),

set_columns as (
  select
    keys.oid,
    array_agg(own.attname::text) as columns
  from keys
  join pg_attribute as own
    on own.attrelid = keys.conrelid
    and own.attnum = any (keys.confdelsetcols)
  group by keys.oid
)

select
  keys.conname::text as name,
  keys.conrelid = to_regclass($1) as "isOutgoing",
  keys.conrelid::regclass::text as "table",
  keys.confrelid::regclass::text as referenced,
  pairs.columns,
  pairs.referenced_columns as "referencedColumns",
  keys.confdeltype::text as "onDelete",
  coalesce(set_columns.columns, pairs.columns) as "setColumns"
from keys
join pairs on pairs.oid = keys.oid
left join set_columns on set_columns.oid = keys.oid
order by keys.conname

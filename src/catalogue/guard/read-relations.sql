-- Tables and views that questions may read: columns, keys that name one row, and what a view says.
with columns as (
  select
    attributes.attrelid,
    array_agg(attributes.attname::text order by attributes.attnum) as columns
  from pg_attribute as attributes
  where attributes.attnum > 0
    and not attributes.attisdropped
  group by attributes.attrelid
),

keys as (
  select
    indexes.indrelid,
    jsonb_agg(
      (
        select jsonb_agg(attributes.attname)
        from pg_attribute as attributes
        where attributes.attrelid = indexes.indrelid
          and attributes.attnum = any (indexes.indkey::smallint[])
      )
    ) as keys
  from pg_index as indexes
  where indexes.indisunique
    and indexes.indpred is null
    and indexes.indexprs is null
  group by indexes.indrelid
)

select
  schemas.nspname || '.' || relations.relname as name,
  columns.columns,
  coalesce(keys.keys, '[]') as keys,
  case when relations.relkind = 'v' then pg_get_viewdef(relations.oid) end as view
from pg_class as relations
join pg_namespace as schemas on schemas.oid = relations.relnamespace
join columns on columns.attrelid = relations.oid
left join keys on keys.indrelid = relations.oid
where relations.relkind in ('r', 'v', 'p')
  and schemas.nspname in ('tenancy', 'import', 'customers', 'journey', 'catalogue', 'reporting')
order by relations.relkind = 'v', relations.oid

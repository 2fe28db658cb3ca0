-- Tables and views of our schemas with their comments, row security and policies.
select
  schemas.nspname as schema,
  tables.relname as name,
  case when tables.relkind = 'v' then 'view' else 'table' end as kind,
  obj_description(tables.oid, 'pg_class') as comment,
  tables.relrowsecurity as "isRowSecurityEnabled",
  tables.relforcerowsecurity as "isRowSecurityForced",
  coalesce('security_invoker=true' = any (tables.reloptions), false) as "isSecurityInvoker",
  array(
    select policies.polname::text
    from pg_policy as policies
    where policies.polrelid = tables.oid
    order by policies.polname
  ) as policies
from pg_class as tables
join pg_namespace as schemas
  on tables.relnamespace = schemas.oid
where tables.relkind in ('r', 'p', 'v')
  and tables.relpersistence = 'p'
  and schemas.nspname !~ '^(pg_|information_schema$|public$)'
order by schemas.nspname, tables.relname

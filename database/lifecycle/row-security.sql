-- Run after every migration, over every table: nobody has to remember it.
-- A table with a business_id column is a tenant table: row security is enabled and
-- FORCED (so that even its owner is bound) with one policy, the business wall.
-- The app role may read and write rows; it owns nothing and cannot bypass the wall.
do $lifecycle$
declare
  tenant_table record;
  module_schema text;
begin
  for tenant_table in
    select
      schemas.nspname as schema_name,
      tables.relname as table_name
    from pg_class as tables
    join pg_namespace as schemas on schemas.oid = tables.relnamespace
    join pg_attribute as columns
      on columns.attrelid = tables.oid
      and columns.attname = 'business_id'
      and not columns.attisdropped
    where tables.relkind in ('r', 'p')
      and schemas.nspname !~ '^(pg_|information_schema)'
  loop
    execute format('alter table %I.%I enable row level security', tenant_table.schema_name, tenant_table.table_name);
    execute format('alter table %I.%I force row level security', tenant_table.schema_name, tenant_table.table_name);
    execute format('drop policy if exists business_wall on %I.%I', tenant_table.schema_name, tenant_table.table_name);
    execute format(
      'create policy business_wall on %I.%I using (business_id = nullif(current_setting(''app.business_id'', true), '''')::uuid)',
      tenant_table.schema_name, tenant_table.table_name
    );
  end loop;

  for module_schema in
    select schemas.nspname
    from pg_namespace as schemas
    where schemas.nspname !~ '^(pg_|information_schema|public$)'
  loop
    execute format('grant usage on schema %I to throughline_app', module_schema);
    execute format('grant select, insert, update, delete on all tables in schema %I to throughline_app', module_schema);
    execute format('grant execute on all functions in schema %I to throughline_app', module_schema);
  end loop;

  revoke insert, update, delete on platform.schema_migrations from throughline_app;
  -- What stands there is run as the owner.
  revoke insert, update, delete on platform.suspended_indexes from throughline_app;
  -- Who reads what is the administrator's to say.
  revoke insert, update, delete on tenancy.database_readers from throughline_app;
end
$lifecycle$;

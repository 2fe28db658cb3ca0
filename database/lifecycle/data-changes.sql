-- Run after every migration, over every table: nobody has to remember it.
-- Every tenant table that a question may read notes who wrote it in tenancy.data_changes:
-- once per statement, not per row. What a foreign key does by itself is not noted again: the
-- statement that set it off has been.
do $lifecycle$
declare
  tenant_table record;
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
      and schemas.nspname <> 'catalogue'
      and (schemas.nspname <> 'tenancy' or tables.relname = 'branches')
  loop
    execute format('drop trigger if exists note_data_change on %I.%I', tenant_table.schema_name, tenant_table.table_name);
    execute format(
      'create trigger note_data_change after insert or update or delete or truncate on %I.%I '
      'for each statement when (pg_trigger_depth() = 0) execute function tenancy.note_data_change()',
      tenant_table.schema_name, tenant_table.table_name
    );
    -- Also in a session that puts foreign keys off until a whole load is in (session_replication_role).
    execute format('alter table %I.%I enable always trigger note_data_change', tenant_table.schema_name, tenant_table.table_name);
  end loop;
end
$lifecycle$;

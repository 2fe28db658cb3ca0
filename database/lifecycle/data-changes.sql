-- Run after every migration, over every table: nobody has to remember it.
-- Every tenant table that a question may read notes who wrote it in tenancy.data_changes and
-- tenancy.table_changes: once per statement, not per row. What a foreign key does by itself is not
-- noted again (an undo that deletes 100,000 customers would note it 500,000 times): the statement that
-- set it off has been, and is given the tables whose rows it may change so.
do $lifecycle$
declare
  tenant_table record;
begin
  for tenant_table in
    -- From each table to those whose rows a foreign key deletes or empties with its rows, and on from the deleted.
    with recursive follows (origin, relation, is_deleted) as (
      select confrelid, conrelid, confdeltype = 'c'
      from pg_constraint
      where contype = 'f'
        and confdeltype in ('c', 'n', 'd')
      union
      select follows.origin, further.conrelid, further.confdeltype = 'c'
      from follows
      join pg_constraint as further
        on further.confrelid = follows.relation
        and further.contype = 'f'
        and further.confdeltype in ('c', 'n', 'd')
      where follows.is_deleted
    )

    select
      schemas.nspname as schema_name,
      tables.relname as table_name,
      coalesce(
        (
          select string_agg(distinct quote_literal(format('%s.%s', touched_schemas.nspname, touched.relname)), ', ')
          from follows
          join pg_class as touched on touched.oid = follows.relation
          join pg_namespace as touched_schemas on touched_schemas.oid = touched.relnamespace
          where follows.origin = tables.oid
        ),
        ''
      ) as also_changed
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
      'for each statement when (pg_trigger_depth() = 0) execute function tenancy.note_data_change(%s)',
      tenant_table.schema_name, tenant_table.table_name, tenant_table.also_changed
    );
    -- Also in a session that puts foreign keys off until a whole load is in (session_replication_role).
    execute format('alter table %I.%I enable always trigger note_data_change', tenant_table.schema_name, tenant_table.table_name);
  end loop;
end
$lifecycle$;

-- Run after every migration, over every table: nobody has to remember it.
-- Two roles only read. throughline_analyst is what the app puts on to run SQL that somebody
-- typed; throughline_reader is what roles made for other programs are members of, and can name
-- nothing but the schema reporting. For both, row security shows one business, and which one
-- does not depend on a setting the session could change (tenancy.reader_business).
do $lifecycle$
declare
  tenant_table record;
  open_view record;
  module_schema text;
  builtin record;
begin
  for tenant_table in
    select
      schemas.nspname as schema_name,
      tables.relname as table_name,
      case when columns.attname = 'id' then 'id' else 'business_id' end as wall
    from pg_class as tables
    join pg_namespace as schemas on schemas.oid = tables.relnamespace
    join pg_attribute as columns
      on columns.attrelid = tables.oid
      and not columns.attisdropped
      and (columns.attname = 'business_id' or (columns.attname = 'id' and tables.oid = 'tenancy.businesses'::regclass))
    where tables.relkind in ('r', 'p')
      and schemas.nspname !~ '^(pg_|information_schema)'
  loop
    execute format('drop policy if exists reader_wall on %I.%I', tenant_table.schema_name, tenant_table.table_name);
    execute format('drop policy if exists reader_pin on %I.%I', tenant_table.schema_name, tenant_table.table_name);
    -- In brackets with select, it is worked out once per statement instead of once per row.
    execute format(
      'create policy reader_wall on %I.%I for select to throughline_reader, throughline_analyst using (%I = (select tenancy.reader_business()))',
      tenant_table.schema_name, tenant_table.table_name, tenant_table.wall
    );
    -- business_wall is for everybody and believes a setting; this one holds whatever that says.
    execute format(
      'create policy reader_pin on %I.%I as restrictive to throughline_reader, throughline_analyst using (%I = (select tenancy.reader_business()))',
      tenant_table.schema_name, tenant_table.table_name, tenant_table.wall
    );
  end loop;

  -- The list of businesses is open to the app, and to readers but for their own line closed.
  drop policy if exists app_list on tenancy.businesses;
  create policy app_list on tenancy.businesses using (true);
  alter table tenancy.businesses enable row level security;

  for module_schema in
    select schemas.nspname
    from pg_namespace as schemas
    where schemas.nspname !~ '^(pg_|information_schema|public$)'
  loop
    execute format('revoke all on all tables in schema %I from throughline_reader, throughline_analyst', module_schema);
    execute format('revoke execute on all functions in schema %I from public', module_schema);
  end loop;

  -- A view that reads as whoever asks needs the right to what it reads, down to the tables.
  for open_view in
    with recursive used as (
      select
        relations.oid,
        schemas.nspname = 'reporting' as is_reporting
      from pg_class as relations
      join pg_namespace as schemas on schemas.oid = relations.relnamespace
      where relations.relkind in ('r', 'p', 'v')
        and (
          schemas.nspname in ('reporting', 'journey', 'customers')
          or (schemas.nspname = 'catalogue' and relations.relname like '%\_facts')
          or relations.oid = 'tenancy.branches'::regclass
        )
      union
      select
        needs.refobjid,
        used.is_reporting
      from used
      join pg_rewrite as rules on rules.ev_class = used.oid
      join pg_depend as needs
        on needs.classid = 'pg_rewrite'::regclass
        and needs.objid = rules.oid
        and needs.refclassid = 'pg_class'::regclass
    )

    select
      used.oid::regclass as name,
      bool_or(used.is_reporting) as is_reporting
    from used
    group by used.oid
  loop
    execute format('grant select on %s to throughline_analyst', open_view.name);
    if open_view.is_reporting then
      execute format('grant select on %s to throughline_reader', open_view.name);
    end if;
  end loop;
  grant usage on schema reporting, journey, customers, catalogue, tenancy to throughline_analyst;
  grant usage on schema reporting to throughline_reader;
  grant execute on function tenancy.reader_business() to throughline_reader, throughline_analyst;

  -- A role that only reads must not hold our locks, fill the disk or change its session from
  -- inside a SELECT. Only a superuser can close these doors; elsewhere the other walls stand.
  if (select roles.rolsuper from pg_roles as roles where roles.rolname = current_user) then
    for builtin in
      select
        functions.oid::regprocedure as name,
        functions.proname = 'set_config' as is_setting,
        functions.proname like 'lo%' as is_large_object
      from pg_proc as functions
      where functions.pronamespace = 'pg_catalog'::regnamespace
        and functions.proname ~ '^(pg_(try_)?advisory_.*|set_config|lo_create|lo_creat|lo_from_bytea)$'
    loop
      execute format('revoke execute on function %s from public', builtin.name);
      if not builtin.is_large_object then
        execute format('grant execute on function %s to throughline_app', builtin.name);
      end if;
      -- pgAdmin and others set their session up with it; the pin does not believe settings.
      if builtin.is_setting then
        execute format('grant execute on function %s to throughline_reader', builtin.name);
      end if;
    end loop;
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant temporary on database %I to throughline_app', current_database());
  end if;
end
$lifecycle$;

-- Schemas (one per module, named like its folder), extensions and the two
-- functions every module needs. Forward only; one statement per message.

create schema if not exists platform;
create schema tenancy;
create schema events;
create schema import;
create schema customers;
create schema journey;
create schema catalogue;

create extension if not exists pg_trgm with schema public;

-- Time-ordered ids made by the database for set-based inserts; rows that come
-- one by one bring an id of their own. PostgreSQL 15-17 have no uuidv7().
create function platform.uuid_v7() returns uuid
language sql volatile parallel safe
as $$
  select encode(
    set_bit(set_bit(
      overlay(
        uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6
      ), 52, 1), 53, 1),
    'hex')::uuid
$$;

comment on function platform.uuid_v7() is 'A uuid of version 7: time-ordered, so that new rows land at the end of their index.';

comment on table platform.schema_migrations is 'Which migrations were applied, with the hash of each as it was then. Local table.';

-- Plans over a table that an import filled a moment ago are blind until autovacuum comes by
-- (an anti-join over 20,000 rows took 200 s). Before PostgreSQL 17 only an owner may ANALYZE,
-- so the app's role asks for it here; only tables of this database's modules are taken.
create function platform.refresh_statistics(wanted regclass) returns void
language plpgsql security definer
set search_path = pg_catalog
set default_statistics_target = 20
as $$
begin
  if not exists (
    select
    from pg_class as tables
    join pg_attribute as columns on columns.attrelid = tables.oid and columns.attname = 'business_id'
    where tables.oid = wanted
      and tables.relkind in ('r', 'p')
  ) then
    raise exception '% is no table of a business', wanted using errcode = 'insufficient_privilege';
  end if;
  execute format('analyze %s', wanted);
end
$$;

comment on function platform.refresh_statistics(regclass) is 'Lets the planner know a table as it is now; called after many rows were written.';

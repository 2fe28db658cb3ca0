-- What the schema is now: another database, or another migration, is another state.
select
  (
    select databases.oid::text
    from pg_database as databases
    where databases.datname = current_database()
  ) || ':' || count(*) || ':' || coalesce(max(migrations.name), '') || ':' || coalesce(max(migrations.applied_at)::text, '') as state
from platform.schema_migrations as migrations

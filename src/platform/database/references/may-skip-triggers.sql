-- Whether this role may leave a table's foreign keys to a check of the whole: it needs the
-- right to set the parameter, and triggers on the table that it would skip (those not enabled
-- always) must not be skipped.
-- $1 schema-qualified table
select
  has_parameter_privilege('session_replication_role', 'set')
  and not exists (
    select
    from pg_trigger as triggers
    where triggers.tgrelid = to_regclass($1)
      and not triggers.tgisinternal
      and triggers.tgenabled <> 'A'
  ) as may

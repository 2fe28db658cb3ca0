-- A first build gives nearly every row a customer, and every customer its two dates. Each of these
-- rows then has a second version; where it does not fit beside the first, every index needs an entry
-- for it, so that all of them were set aside and built again over two versions of each row: thirteen
-- indexes of jobs for the one that has customer_id in it (at the reference scale 30 s of a build, and as
-- much index again). So these tables leave half of each page free. A row changed in its page needs no new entries
-- but in the indexes over what changed (PostgreSQL calls it HOT), and only these are set aside.
-- The tables are as large as a build made them before.
--
-- How rows are stored is the platform's business, as the indexes set aside are; what a table holds is
-- its module's. A module calls this for a table whose rows are all changed once they are there.
create function platform.leave_room(target regclass) returns void
language plpgsql
set search_path = pg_catalog
as $$
begin
  execute format('alter table %s set (fillfactor = 45)', target);
end
$$;

comment on function platform.leave_room(regclass) is 'Lets a table keep room for a second version of each row in its page.';

select platform.leave_room(rows_of_people)
from unnest(array[
  'journey.jobs',
  'journey.booked_opportunities',
  'journey.lead_status',
  'journey.bad_leads',
  'journey.lost_leads',
  'customers.customers'
]::regclass[]) as rows_of_people;

-- Whether rows have room for a second version of theirs in their page: the bytes of the rows in
-- some pages drawn at random, with what each costs beside itself, are at most 48 in 100 of a page.
create function platform.has_room(target regclass) returns boolean
language plpgsql
set search_path = pg_catalog
as $$
declare
  used numeric;
  share real := least(100, 6400.0 / greatest(1, pg_relation_size(target) / 8192));
begin
  execute format(
    'select avg(page.bytes) from (select sum(pg_column_size(drawn.*) + 8) as bytes from %s as drawn tablesample system (%s) group by (drawn.ctid::text::point)[0]) as page',
    target,
    share
  ) into used;
  return coalesce(used <= 0.48 * 8168, false);
end
$$;

comment on function platform.has_room(regclass) is 'Whether a table''s pages have room for a second version of each of its rows.';

drop function platform.suspend_indexes(regclass, bigint);

-- Returns false, and does nothing, when the change is too small a part of the table to be worth
-- it (new dates for 18 % of 283,000 customers took 2.3 s of CPU with the indexes, 1.5 s without),
-- or when somebody else is using the table: the change then goes row by row as ever.
-- Of a change of some columns only, of rows that have room, only the indexes over these are set aside.
create function platform.suspend_indexes(target regclass, changing bigint, changed text[] default null) returns boolean
language plpgsql security definer
set search_path = pg_catalog
-- Longer than an autovacuum needs to give way (deadlock_timeout, 1 s).
set lock_timeout = '3s'
as $$
declare
  part record;
  touches_all boolean;
begin
  if not exists (
    select
    from pg_class as tables
    join pg_namespace as schemas on schemas.oid = tables.relnamespace
    where tables.oid = target
      and tables.relkind = 'r'
      and tables.relrowsecurity
      and schemas.nspname in ('customers', 'journey')
  ) then
    raise exception '% is no table whose indexes may be set aside', target using errcode = 'insufficient_privilege';
  end if;
  if changing < (select 0.15 * tables.reltuples from pg_class as tables where tables.oid = target) then
    return false;
  end if;
  begin
    execute format('lock table %s in access exclusive mode', target);
  exception when lock_not_available then
    return false;
  end;
  touches_all := changed is null or not platform.has_room(target);
  for part in
    with concerned as (
      select indexes.indexrelid as id
      from pg_index as indexes
      where indexes.indrelid = target
        and (
          touches_all
          or exists (
            select
            from pg_attribute as columns
            where columns.attrelid = target
              and columns.attname = any (changed)
              and (
                columns.attnum = any (indexes.indkey)
                -- Expressions and conditions over it.
                or exists (
                  select
                  from pg_depend as uses
                  where uses.classid = 'pg_class'::regclass
                    and uses.objid = indexes.indexrelid
                    and uses.refclassid = 'pg_class'::regclass
                    and uses.refobjid = target
                    and uses.refobjsubid = columns.attnum
                )
              )
          )
        )
    )

    select
      format('drop index %s', indexes.indexrelid::regclass) as removal,
      pg_get_indexdef(indexes.indexrelid) as definition
    from concerned
    join pg_index as indexes on indexes.indexrelid = concerned.id
    where not indexes.indisunique
    union all
    select
      format('alter table %s drop constraint %I', target, keys.conname),
      format('alter table %s add constraint %I %s', target, keys.conname, pg_get_constraintdef(keys.oid))
    from concerned
    join pg_constraint as keys on keys.conindid = concerned.id and keys.conrelid = target
    where keys.contype = 'u'
      and not exists (select from pg_constraint as references_to where references_to.confrelid = target and references_to.conindid = keys.conindid)
    order by definition
  loop
    insert into platform.suspended_indexes (table_name, position, definition)
    select target::text, count(*), part.definition
    from platform.suspended_indexes as suspended
    where suspended.table_name = target::text;
    execute part.removal;
  end loop;
  return true;
end
$$;

comment on function platform.suspend_indexes(regclass, bigint, text[]) is 'Sets a table''s indexes aside for a change of so many rows (of these columns, if given), when that pays and nobody else uses the table.';

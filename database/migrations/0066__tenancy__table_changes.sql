-- Which transactions wrote which table of a business. The set of them is the state of that table, as
-- tenancy.data_changes is that of all: copies of rows (catalogue.kept_jobs and others) rest on few
-- tables, and need not be compared when another one was written.

create table tenancy.table_changes (
  business_id uuid not null,
  relation text not null,
  transaction_id xid8 not null,
  constraint table_changes_pkey primary key (business_id, relation, transaction_id),
  constraint table_changes_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

comment on table tenancy.table_changes is 'The transactions that wrote rows of a business, per table; the set of them is the state of the table. Filled by the trigger that fills tenancy.data_changes.';
comment on column tenancy.table_changes.relation is 'The table with its schema.';
comment on column tenancy.table_changes.transaction_id is 'pg_current_xact_id() of the writer.';

-- The arguments are the tables whose rows a foreign key changes when rows of this one are deleted: what a
-- foreign key does by itself fires no trigger here, so the deleting statement answers for it.
create or replace function tenancy.note_data_change() returns trigger
language plpgsql
as $function$
declare
  touched text[] := array[tg_table_schema || '.' || tg_table_name];
begin
  if tg_nargs > 0 and tg_op in ('DELETE', 'TRUNCATE') then
    touched := touched || tg_argv;
  end if;
  if row_security_active('tenancy.data_changes'::regclass) then
    with written as (
      select business.id
      from tenancy.businesses as business
      where business.id = nullif(current_setting('app.business_id', true), '')::uuid
    ),

    noted as (
      insert into tenancy.table_changes (business_id, relation, transaction_id)
      select written.id, relation, pg_current_xact_id()
      from written
      cross join unnest(touched) as relation
      on conflict (business_id, relation, transaction_id) do nothing
    )

    insert into tenancy.data_changes (business_id, transaction_id)
    select written.id, pg_current_xact_id()
    from written
    on conflict (business_id, transaction_id) do nothing;
  else
    -- A role that row security does not bind may have written any business, so all are marked.
    with noted as (
      insert into tenancy.table_changes (business_id, relation, transaction_id)
      select business.id, relation, pg_current_xact_id()
      from tenancy.businesses as business
      cross join unnest(touched) as relation
      on conflict (business_id, relation, transaction_id) do nothing
    )

    insert into tenancy.data_changes (business_id, transaction_id)
    select business.id, pg_current_xact_id()
    from tenancy.businesses as business
    on conflict (business_id, transaction_id) do nothing;
  end if;
  return null;
end
$function$;

comment on column catalogue.kept_states.data_state is 'State of the tables they are copied from (tenancy.table_changes) in the snapshot they were copied in.';

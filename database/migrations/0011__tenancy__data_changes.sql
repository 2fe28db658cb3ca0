-- Which transactions wrote data of a business. Together they say at which state the data
-- is: an answer worked out at one state holds as long as the state is the same.
--
-- One row per transaction, however much it wrote, and never an update: two imports that
-- write at once do not wait for each other.

create table tenancy.data_changes (
  business_id uuid not null,
  transaction_id xid8 not null,
  constraint data_changes_pkey primary key (business_id, transaction_id),
  constraint data_changes_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

comment on table tenancy.data_changes is 'The transactions that wrote rows of a business; the set of them is the state of its data. database/lifecycle/data-changes.sql puts the trigger that fills it on every table questions read.';
comment on column tenancy.data_changes.transaction_id is 'pg_current_xact_id() of the writer.';

-- A role that row security does not bind may have written any business, so all are marked.
create function tenancy.note_data_change() returns trigger
language plpgsql
as $function$
begin
  if row_security_active('tenancy.data_changes'::regclass) then
    insert into tenancy.data_changes (business_id, transaction_id)
    select business.id, pg_current_xact_id()
    from tenancy.businesses as business
    where business.id = nullif(current_setting('app.business_id', true), '')::uuid
    on conflict (business_id, transaction_id) do nothing;
  else
    insert into tenancy.data_changes (business_id, transaction_id)
    select business.id, pg_current_xact_id()
    from tenancy.businesses as business
    on conflict (business_id, transaction_id) do nothing;
  end if;
  return null;
end
$function$;

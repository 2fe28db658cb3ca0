-- Roles of the database itself for other programs (Metabase, Superset, psql): each reads one
-- business, and which one is a fact of the role, not something the session says.

create table tenancy.database_readers (
  role_name text not null,
  reads_business uuid not null,
  label text not null,
  created_at timestamptz not null default now(),
  constraint database_readers_pkey primary key (role_name),
  constraint database_readers_business_fkey foreign key (reads_business) references tenancy.businesses (id) on delete cascade
);

create index database_readers_business_idx on tenancy.database_readers (reads_business);

comment on table tenancy.database_readers is 'Which business a role made by "throughline db reader add" may read. Reference table (global); only the administrator writes it.';
comment on column tenancy.database_readers.role_name is 'The PostgreSQL role; its name says nothing of the business, for every role can list the roles.';
comment on column tenancy.database_readers.reads_business is 'The one business whose rows it sees.';
comment on column tenancy.database_readers.label is 'What it is for, in the words of whoever made it.';

-- The business a reading role is tied to. Of a role made for another program it is the one it
-- was made for; the app, which has put on the narrower role of ad-hoc SQL, is in the business
-- it entered. session_user, because that alone cannot be changed by the session.
create function tenancy.reader_business() returns uuid
language sql stable parallel safe security definer
set search_path = pg_catalog
as $$
  select case
    when session_user = 'throughline_app' then nullif(current_setting('app.business_id', true), '')::uuid
    else (select readers.reads_business from tenancy.database_readers as readers where readers.role_name = session_user)
  end
$$;

comment on function tenancy.reader_business() is 'The one business whose rows a reading role sees; null = none.';

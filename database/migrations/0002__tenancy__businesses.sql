-- Who works here: businesses (the tenant), their branches, members, sessions, audit.

create table tenancy.businesses (
  id uuid not null,
  slug text not null,
  name text not null,
  time_zone text not null default 'UTC',
  currency char(3) not null default 'USD',
  country char(2) not null default 'US',
  week_start smallint not null default 1,
  fiscal_year_start_month smallint not null default 1,
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint businesses_pkey primary key (id),
  constraint businesses_slug_key unique (slug),
  constraint businesses_slug_shape check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);

comment on table tenancy.businesses is 'A tenant: one business whose rows no other business can see. Reference table (global).';

create table tenancy.branches (
  business_id uuid not null,
  id uuid not null,
  name text not null,
  normalized_name text not null,
  city text,
  state text,
  country char(2),
  currency char(3),
  time_zone text,
  is_active boolean not null default true,
  remarks text[] not null default '{}',
  origin text not null default 'compiled',
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint branches_pkey primary key (business_id, id),
  constraint branches_name_key unique (business_id, name),
  constraint branches_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade,
  constraint branches_origin_check check (origin in ('compiled', 'manual'))
);

create index branches_normalized_name_idx on tenancy.branches (business_id, normalized_name);

comment on table tenancy.branches is 'An office of a business; journey.branches is a view over it. Currency and time zone of its rows follow the branch.';
comment on column tenancy.branches.origin is 'compiled = made from names in imported rows, goes away with them; manual = made or confirmed by a person, stays.';
comment on column tenancy.branches.batch_id is 'The import batch whose rows first named it.';
comment on column tenancy.branches.time_zone is 'IANA zone; null = the zone of the business.';

create table tenancy.members (
  id uuid not null,
  email text not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint members_pkey primary key (id)
);

create unique index members_email_key on tenancy.members (lower(email));

comment on table tenancy.members is 'A person who can sign in. Reference table (global); rights come from memberships.';

create table tenancy.memberships (
  business_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  role text not null,
  created_at timestamptz not null default now(),
  constraint memberships_pkey primary key (business_id, id),
  constraint memberships_member_key unique (business_id, member_id),
  constraint memberships_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade,
  constraint memberships_member_fkey foreign key (member_id) references tenancy.members (id) on delete cascade,
  constraint memberships_role_check check (role in ('owner', 'manager', 'sales', 'analyst', 'viewer'))
);

create index memberships_member_idx on tenancy.memberships (member_id);

comment on table tenancy.memberships is 'What a member may do in a business.';

create table tenancy.sign_in_links (
  token_hash bytea not null,
  member_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  constraint sign_in_links_pkey primary key (token_hash),
  constraint sign_in_links_member_fkey foreign key (member_id) references tenancy.members (id) on delete cascade
);

create index sign_in_links_member_idx on tenancy.sign_in_links (member_id);

comment on table tenancy.sign_in_links is 'One-time sign-in links; only the SHA-256 of the token is kept. Local table.';

create table tenancy.sessions (
  token_hash bytea not null,
  member_id uuid not null,
  expires_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  user_agent text,
  created_at timestamptz not null default now(),
  constraint sessions_pkey primary key (token_hash),
  constraint sessions_member_fkey foreign key (member_id) references tenancy.members (id) on delete cascade
);

create index sessions_member_idx on tenancy.sessions (member_id);

comment on table tenancy.sessions is 'Signed-in browsers; only the SHA-256 of the cookie is kept. Local table.';

create table tenancy.audit_log (
  business_id uuid not null,
  id uuid not null,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  object text,
  details jsonb not null default '{}',
  constraint audit_log_pkey primary key (business_id, id)
);

create index audit_log_at_idx on tenancy.audit_log (business_id, at desc);

comment on table tenancy.audit_log is 'Who did what: every merge, un-merge, import, undo, edit and fold, in order.';

-- The one way to enter a business: inside a transaction, through this function.
-- SET LOCAL rather than set_config(), which Citus does not pass on.
create function tenancy.set_business(wanted uuid) returns void
language plpgsql
as $$
begin
  if not exists (select from tenancy.businesses as business where business.id = wanted) then
    raise exception 'no business has the id %', wanted using errcode = 'no_data_found';
  end if;
  execute format('set local app.business_id = %L', wanted);
end
$$;

comment on function tenancy.set_business(uuid) is 'Enters a business for the rest of the transaction; row security then shows its rows and no others.';

comment on column tenancy.businesses.slug is 'The short name used on the command line and in addresses; lower case, digits, hyphens.';
comment on column tenancy.businesses.time_zone is 'IANA zone; branches may have another. Days and months are counted in it.';
comment on column tenancy.businesses.currency is 'ISO 4217 code of amounts whose branch names no currency.';
comment on column tenancy.businesses.country is 'ISO 3166 code; phone numbers without a country are read as its own.';
comment on column tenancy.businesses.week_start is 'ISO weekday on which a week starts: 1 = Monday, 7 = Sunday.';
comment on column tenancy.businesses.fiscal_year_start_month is '1 = the fiscal year is the calendar year.';
comment on column tenancy.businesses.is_sample is 'The sample business; it steps aside as soon as there is a real one.';
comment on column tenancy.branches.name is 'As people read it, without flags and remarks.';
comment on column tenancy.branches.normalized_name is 'What different spellings of the branch have in common.';
comment on column tenancy.branches.remarks is 'Decorations found in its names, such as On Hold.';
comment on column tenancy.branches.currency is 'From the flag in its name; null = the currency of the business.';
comment on column tenancy.branches.edited_at is 'When a person last changed it by hand.';
comment on column tenancy.memberships.role is 'owner, manager, sales, analyst or viewer.';
comment on column tenancy.audit_log.actor is 'Who did it: a member''s e-mail, or the user of the command line.';
comment on column tenancy.audit_log.action is 'What was done, as noun.verb.';
comment on column tenancy.audit_log.object is 'What it was done to.';
comment on column tenancy.audit_log.details is 'What a reader needs to understand it later.';

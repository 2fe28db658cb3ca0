-- Who is who. Source rows are never merged or deleted: a person record per row that
-- names somebody, an append-only ledger of links record -> customer, and the
-- customer as a projection of the newest links.
--
-- records and links name records and customers without foreign keys: each check
-- costs as much as writing the row, three for each of 660,000 records. Only the linker
-- writes these tables, removes what hangs on a row itself, and the module's audits return
-- every row that points nowhere.

create table customers.runs (
  business_id uuid not null,
  id uuid not null,
  purpose text not null,
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  counts jsonb not null default '{}',
  constraint runs_pkey primary key (business_id, id),
  constraint runs_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

comment on table customers.runs is 'One run of the resolver.';

create table customers.customers (
  business_id uuid not null,
  id uuid not null,
  is_primary_record boolean not null default true,
  first_lead_date date,
  conversion_date date,
  gender text,
  smartmoving_id text,
  name text not null,
  first_name text,
  last_name text,
  email text,
  phone text,
  origin_city text,
  origin_state text,
  origin_zip text,
  origin_address text,
  destination_city text,
  destination_state text,
  destination_zip text,
  destination_address text,
  gender_confidence numeric(3, 2),
  gender_method text,
  founding_record_id uuid,
  run_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  edited_fields text[] not null default '{}',
  constraint customers_pkey primary key (business_id, id),
  constraint customers_gender_check check (gender in ('MALE', 'FEMALE', 'UNCERTAIN'))
);

create unique index customers_smartmoving_id_key on customers.customers (business_id, smartmoving_id) where smartmoving_id is not null;
create index customers_timeline_idx on customers.customers (business_id, first_lead_date, conversion_date);
create index customers_email_idx on customers.customers (business_id, email);
create index customers_phone_idx on customers.customers (business_id, phone);
create index customers_name_idx on customers.customers (business_id, lower(name));

comment on table customers.customers is 'A person, projected from the link ledger. journey.customers is a view over it with merge history.';
comment on column customers.customers.is_primary_record is 'False when this customer was merged into another (see customers.redirects); its id answers for ever.';
comment on column customers.customers.founding_record_id is 'The record this customer was first made for: whoever holds that record holds this id, so ids stay put through merges, splits and re-runs. No foreign key: the record may be gone.';
comment on column customers.customers.first_lead_date is 'Earliest true lead date over all its rows, in the branch''s zone; never the time of loading.';
comment on column customers.customers.edited_fields is 'Fields set by hand: survivorship leaves them alone.';

create table customers.records (
  business_id uuid not null,
  id uuid not null,
  source text not null,
  source_id uuid not null,
  source_key text,
  source_updated_at timestamptz not null,
  name text,
  display_name text,
  name_key text,
  first_key text,
  last_key text,
  suffix text,
  email text,
  email_key text,
  phone text,
  phone_key text,
  phone_extension text,
  quote_number text,
  observed_on date,
  customer_id uuid,
  needs_resolving boolean not null default true,
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint records_pkey primary key (business_id, id)
);

create index records_customer_idx on customers.records (business_id, customer_id);
create index records_email_idx on customers.records (business_id, email_key) where email_key is not null;
create index records_phone_idx on customers.records (business_id, phone_key) where phone_key is not null;
create index records_quote_number_idx on customers.records (business_id, quote_number) where quote_number is not null;
create index records_needs_resolving_idx on customers.records (business_id) where needs_resolving;

comment on table customers.records is 'One row per source row that names a person, with the raw values and their normalised keys.';
comment on column customers.records.id is 'The id of the source row with the source mixed into its last eight bytes: one record per source and row, without a second unique index.';
comment on column customers.records.source is 'Schema-qualified table, e.g. journey.jobs.';
comment on column customers.records.source_key is 'The key people know: job id, quote number.';
comment on column customers.records.display_name is 'The name as one would say it: "Last, First" turned round, titles and remarks gone, suffix last.';
comment on column customers.records.needs_resolving is 'New, or changed in what says who it is, since the resolver last looked at it.';
comment on column customers.records.customer_id is 'Cached present link; only the linker writes it, from customers.links.';



create table customers.links (
  business_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  customer_id uuid not null,
  method text not null,
  confidence numeric(5, 4) not null,
  evidence jsonb not null default '{}',
  decided_by_kind text not null,
  decided_by text not null,
  run_id uuid,
  decided_at timestamptz not null,
  superseded_by uuid,
  superseded_at timestamptz,
  constraint links_pkey primary key (business_id, record_id, id),
  constraint links_method_check check (method in ('EXACT_MATCH', 'SPLINK_HIGH_CONFIDENCE', 'SPLINK_MEDIUM_CONFIDENCE', 'MANUAL_APPROVAL', 'FIRST_SEEN')),
  constraint links_decided_by_kind_check check (decided_by_kind in ('rule', 'run', 'person', 'agent')),
  constraint links_confidence_check check (confidence between 0 and 1)
);

create index links_customer_idx on customers.links (business_id, customer_id);

comment on table customers.links is 'The append-only ledger record -> customer: method, confidence, evidence, who decided, when. The present state is the row that nothing supersedes.';
comment on column customers.links.superseded_by is 'The link that took its place (when the record lost its customer, an id no link has). Null = this is the present link; there is one per record, which an audit proves.';
comment on column customers.links.method is 'FIRST_SEEN = the record that founded the customer; the others as in the documents'' MergeMethod.';

create table customers.merges (
  business_id uuid not null,
  id uuid not null,
  kept_customer_id uuid not null,
  merged_customer_id uuid not null,
  method text not null,
  confidence numeric(5, 4) not null,
  evidence jsonb not null default '{}',
  merged_by text not null,
  merged_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  constraint merges_pkey primary key (business_id, id),
  constraint merges_kept_fkey foreign key (business_id, kept_customer_id) references customers.customers (business_id, id) on delete cascade,
  constraint merges_merged_fkey foreign key (business_id, merged_customer_id) references customers.customers (business_id, id) on delete cascade
);

create index merges_kept_idx on customers.merges (business_id, kept_customer_id);
create index merges_merged_idx on customers.merges (business_id, merged_customer_id);

comment on table customers.merges is 'Each time two customers became one, and whether it was undone. merge_history of the documents is a view of it and of the ledger.';

create table customers.redirects (
  business_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  merge_id uuid not null,
  created_at timestamptz not null,
  constraint redirects_pkey primary key (business_id, id),
  constraint redirects_customer_fkey foreign key (business_id, customer_id) references customers.customers (business_id, id) on delete cascade,
  constraint redirects_merge_fkey foreign key (business_id, merge_id) references customers.merges (business_id, id) on delete cascade
);

create index redirects_customer_idx on customers.redirects (business_id, customer_id);
create index redirects_merge_idx on customers.redirects (business_id, merge_id);

comment on table customers.redirects is 'Old customer id (id) -> the customer it is part of now. Gone again when the merge is undone.';

create table customers.decisions (
  business_id uuid not null,
  id uuid not null,
  record_a uuid not null,
  record_b uuid not null,
  verdict text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  revoked_at timestamptz,
  constraint decisions_pkey primary key (business_id, id),
  constraint decisions_record_a_fkey foreign key (business_id, record_a) references customers.records (business_id, id) on delete cascade,
  constraint decisions_record_b_fkey foreign key (business_id, record_b) references customers.records (business_id, id) on delete cascade,
  constraint decisions_verdict_check check (verdict in ('same', 'different', 'household'))
);

create index decisions_record_a_idx on customers.decisions (business_id, record_a);
create index decisions_record_b_idx on customers.decisions (business_id, record_b);

comment on table customers.decisions is 'What a person said of two records. Outranks every rule and is never re-opened by a run.';

create table customers.generic_values (
  business_id uuid not null,
  id uuid not null,
  value_kind text not null,
  value text not null,
  people integer not null,
  records integer not null,
  reason text not null,
  run_id uuid,
  created_at timestamptz not null,
  constraint generic_values_pkey primary key (business_id, id),
  constraint generic_values_value_key unique (business_id, value_kind, value),
  constraint generic_values_kind_check check (value_kind in ('email', 'phone', 'quote_number'))
);

comment on table customers.generic_values is 'E-mails and phones that say nothing about who somebody is: placeholders, offices, values used by many.';

create table customers.households (
  business_id uuid not null,
  id uuid not null,
  value_kind text not null,
  value text not null,
  run_id uuid,
  created_at timestamptz not null,
  constraint households_pkey primary key (business_id, id),
  constraint households_value_key unique (business_id, value_kind, value)
);

comment on table customers.households is 'Different people who share a phone or an e-mail: a relation, never a merge.';

create table customers.household_members (
  business_id uuid not null,
  household_id uuid not null,
  customer_id uuid not null,
  constraint household_members_pkey primary key (business_id, household_id, customer_id),
  constraint household_members_household_fkey foreign key (business_id, household_id) references customers.households (business_id, id) on delete cascade,
  constraint household_members_customer_fkey foreign key (business_id, customer_id) references customers.customers (business_id, id) on delete cascade
);

create index household_members_customer_idx on customers.household_members (business_id, customer_id);

comment on table customers.household_members is 'Which customers belong to a household.';

create table customers.changes (
  business_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  event text not null,
  customer_id uuid not null,
  other_customer_id uuid,
  record_ids uuid[] not null default '{}',
  run_id uuid,
  constraint changes_pkey primary key (business_id, id),
  constraint changes_event_check check (event in ('customer.created', 'customer.merged', 'customer.split', 'customer.removed'))
);

create index changes_at_idx on customers.changes (business_id, at);

comment on table customers.changes is 'The feed for the outside: which customer was created, merged, split, removed, and which records moved.';

create view customers.merge_history with (security_invoker = true) as
select
  merge.business_id,
  merge.kept_customer_id as customer_id,
  merge.merged_customer_id,
  merge.method,
  merge.confidence,
  merge.merged_at as "timestamp",
  merge.merged_by
from customers.merges as merge
where merge.undone_at is null;

comment on view customers.merge_history is 'merge_history of the documents (method, confidence, timestamp, merged_by), read from the ledger.';

comment on column customers.customers.smartmoving_id is 'The customer''s id in SmartMoving, when a source gives it.';
comment on column customers.customers.email is 'The e-mail shown; all of them are in customers.records. Not unique: a couple may share one.';
comment on column customers.customers.phone is 'The phone shown; all of them are in customers.records. Not unique: a household may share one.';
comment on column customers.customers.origin_city is 'Origin and destination are those of the latest job.';
comment on column customers.customers.gender is 'MALE, FEMALE or UNCERTAIN; nothing guesses it.';
comment on column customers.customers.conversion_date is 'Earliest booking or booked job, as a business day.';
comment on column customers.customers.run_id is 'The run that founded the customer.';
comment on column customers.customers.edited_at is 'When a person last changed it by hand.';
comment on column customers.records.source_id is 'Id of the row there.';
comment on column customers.records.source_updated_at is 'updated_at of the row when the record was made: older means stale.';
comment on column customers.records.name_key is 'The name, normalised for comparing.';
comment on column customers.records.phone_key is 'E.164, when the number has one.';
comment on column customers.records.email_key is 'Trimmed, in lower case; null when it is no address.';
comment on column customers.records.suffix is 'jr, sr, ii, iii or iv, kept apart from the name: different suffixes are different people.';
comment on column customers.records.observed_on is 'The business day the row tells of.';
comment on column customers.records.batch_id is 'The import batch whose row it is.';
comment on column customers.links.confidence is '0 to 1.';
comment on column customers.links.evidence is 'What spoke for it: which values agree, with which record.';
comment on column customers.links.decided_by_kind is 'rule, run, person or agent.';
comment on column customers.links.decided_by is 'Which rule, or who.';
comment on column customers.links.superseded_by is 'The later link of the same record; null = this one is the present state.';
comment on column customers.merges.kept_customer_id is 'The customer that stayed.';
comment on column customers.merges.merged_customer_id is 'The customer whose id now redirects.';
comment on column customers.redirects.id is 'The old customer id.';
comment on column customers.decisions.verdict is 'same, different or household.';
comment on column customers.decisions.revoked_at is 'When the person took it back.';
comment on column customers.generic_values.value_kind is 'email, phone or quote_number.';
comment on column customers.generic_values.people is 'How many people who disagree on the name used it.';
comment on column customers.generic_values.reason is 'placeholder, or many_people: too many who disagree on the name.';
comment on column customers.households.value is 'The phone or e-mail they share.';
comment on column customers.changes.event is 'customer.created, customer.merged, customer.split or customer.removed.';
comment on column customers.changes.record_ids is 'The records that moved.';

-- Plans over tables that were filled a moment ago are blind until autovacuum comes by (a nested
-- loop over 20,000 records took 200 s); only an owner may ANALYZE before PostgreSQL 17.
create function customers.refresh_statistics() returns void
language plpgsql security definer
set search_path = pg_catalog
set default_statistics_target = 20
as $$
begin
  analyze customers.records;
  analyze customers.links;
  analyze customers.customers;
  analyze customers.households;
  analyze customers.household_members;
end
$$;

comment on function customers.refresh_statistics() is 'Lets the planner know the ledger as it is now; called after many rows were written.';

-- Narrow copies of the rows that questions read: no contacts, no addresses, texts as the facts
-- have them. An import and a build leave a job in 1,350 bytes of the table; here it takes 300,
-- and reading all of them takes a fifth of the pages.
--
-- Nothing writes here when rows are written. Who asks brings the copy to the state of the data
-- first (catalogue.kept_states), and reads it only in a snapshot at that very state; everybody
-- else reads the tables. version is xmin of the row it was copied from: another version of the
-- row, or none, and the copy is replaced.

create table catalogue.kept_states (
  business_id uuid not null,
  relation text not null,
  data_state text not null,
  kept_at timestamptz not null default now(),
  constraint kept_states_pkey primary key (business_id, relation)
);

comment on table catalogue.kept_states is 'At which state of the data each table of kept rows is, per business.';
comment on column catalogue.kept_states.relation is 'The table of kept rows, without its schema.';
comment on column catalogue.kept_states.data_state is 'State of the data (tenancy.data_changes) of the snapshot they were copied in.';

create table catalogue.kept_jobs (
  business_id uuid not null,
  id uuid not null,
  version xid not null,
  is_duplicate boolean not null,
  is_sold boolean not null,
  customer_id uuid,
  branch_id uuid,
  sales_person_id uuid,
  job_date date,
  worth numeric,
  opportunity_status text,
  job_type text not null,
  created_at_utc timestamptz,
  booked_at_utc timestamptz,
  estimated numeric,
  actual numeric,
  crew integer,
  trucks integer,
  origin_city text,
  origin_state text,
  destination_city text,
  destination_state text,
  route_type text not null,
  referral_source text,
  affiliate_name text,
  hours numeric,
  hourly_rate_quoted numeric,
  hourly_rate_billed numeric,
  quote_number text,
  job_number text,
  job_id text,
  constraint kept_jobs_pkey primary key (business_id, id)
);

-- Lists look up the jobs and opportunities of one customer after another.
create index kept_jobs_customer_idx on catalogue.kept_jobs (business_id, customer_id);

comment on table catalogue.kept_jobs is 'Kept rows of journey.jobs, duplicates too.';
comment on column catalogue.kept_jobs.version is 'xmin of the row it was copied from.';
comment on column catalogue.kept_jobs.worth is 'The actual total, else the estimated one.';

create table catalogue.kept_leads (
  business_id uuid not null,
  id uuid not null,
  version xid not null,
  is_quoted boolean not null,
  is_won boolean not null,
  is_lost boolean not null,
  is_bad boolean not null,
  customer_id uuid,
  branch_id uuid,
  sales_person_id uuid,
  lead_source_id uuid,
  booked_opportunity_id uuid,
  received_at timestamptz,
  quote_sent_at timestamptz,
  service_date date,
  response_minutes integer,
  status_group text,
  quote_number text not null,
  estimated_revenue numeric,
  status text,
  status_reason text,
  time_to_contact text,
  constraint kept_leads_pkey primary key (business_id, id),
  constraint kept_leads_quote_number_key unique (business_id, quote_number)
);

comment on table catalogue.kept_leads is 'Kept rows of journey.lead_status.';
comment on column catalogue.kept_leads.version is 'xmin of the row it was copied from.';

create table catalogue.kept_opportunities (
  business_id uuid not null,
  id uuid not null,
  version xid not null,
  stands boolean not null,
  customer_id uuid,
  branch_id uuid,
  sales_person_id uuid,
  booked_date date,
  service_date date,
  amount numeric,
  status_group text,
  quote_number text not null,
  referral_source text,
  estimated_amount numeric,
  invoiced_amount numeric,
  status text,
  constraint kept_opportunities_pkey primary key (business_id, id),
  constraint kept_opportunities_quote_number_key unique (business_id, quote_number)
);

create index kept_opportunities_customer_idx on catalogue.kept_opportunities (business_id, customer_id);

comment on table catalogue.kept_opportunities is 'Kept rows of journey.booked_opportunities.';
comment on column catalogue.kept_opportunities.version is 'xmin of the row it was copied from.';

create table catalogue.kept_lost_leads (
  business_id uuid not null,
  id uuid not null,
  version xid not null,
  customer_id uuid,
  lead_source_id uuid,
  booked_opportunity_id uuid,
  lost_date date,
  move_date date,
  received_at timestamptz,
  response_minutes integer,
  amount numeric,
  quote_number text not null,
  reason text not null,
  name text,
  time_to_first_contact text,
  constraint kept_lost_leads_pkey primary key (business_id, id)
);

comment on table catalogue.kept_lost_leads is 'Kept rows of journey.lost_leads.';
comment on column catalogue.kept_lost_leads.version is 'xmin of the row it was copied from.';

create table catalogue.kept_bad_leads (
  business_id uuid not null,
  id uuid not null,
  version xid not null,
  customer_id uuid,
  lead_status_id uuid,
  lead_source_id uuid,
  date_lead_received date,
  move_date date,
  reason text not null,
  provider text not null,
  customer_name text,
  customer_email text,
  customer_phone text,
  constraint kept_bad_leads_pkey primary key (business_id, id)
);

comment on table catalogue.kept_bad_leads is 'Kept rows of journey.bad_leads.';
comment on column catalogue.kept_bad_leads.version is 'xmin of the row it was copied from.';

-- The lead pool to the closed job: the documents' tables under their own names.
-- customers and branches live further left (customers.customers, tenancy.branches)
-- and appear here as views, so that the documents' SQL runs with a search_path.
--
-- Every table: business_id first, key (business_id, id); batch_id, file_id and line
-- say where a row came from, last_batch_id which import wrote it last, edited_at
-- when a person last changed it by hand. Load order follows the foreign keys.

create table journey.booked_opportunities (
  business_id uuid not null,
  id uuid not null,
  customer_id uuid,
  branch_id uuid,
  sales_person_id uuid,
  booked_date date,
  service_date date,
  status_group text,
  estimated_amount numeric(14, 2),
  invoiced_amount numeric(14, 2),
  quote_number text not null,
  referral_source text,
  status text,
  status_reason text,
  customer_name text,
  email text,
  phone_number text,
  branch_name text,
  moving_from text,
  moving_to text,
  service_type text,
  volume_cuft numeric(12, 2),
  weight_lbs numeric(12, 2),
  hourly_rate numeric(14, 2),
  sales_person text,
  estimator text,
  move_coordinator text,
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint booked_opportunities_pkey primary key (business_id, id),
  constraint booked_opportunities_quote_number_key unique (business_id, quote_number),
  constraint booked_opportunities_customer_fkey foreign key (business_id, customer_id) references customers.customers (business_id, id) on delete set null (customer_id),
  constraint booked_opportunities_sales_person_fkey foreign key (business_id, sales_person_id) references journey.sales_persons (business_id, id) on delete set null (sales_person_id),
  constraint booked_opportunities_branch_fkey foreign key (business_id, branch_id) references tenancy.branches (business_id, id) on delete set null (branch_id)
);

create index booked_opportunities_customer_booked_date_idx on journey.booked_opportunities (business_id, customer_id, booked_date);
create index booked_opportunities_customer_branch_booked_date_idx on journey.booked_opportunities (business_id, customer_id, branch_id, booked_date);
create index booked_opportunities_sales_person_idx on journey.booked_opportunities (business_id, sales_person_id);
create index booked_opportunities_branch_idx on journey.booked_opportunities (business_id, branch_id);
create index booked_opportunities_email_idx on journey.booked_opportunities (business_id, email);
create index booked_opportunities_phone_number_idx on journey.booked_opportunities (business_id, phone_number);
create index booked_opportunities_booked_date_idx on journey.booked_opportunities (business_id, booked_date);
create index booked_opportunities_batch_idx on journey.booked_opportunities (business_id, batch_id) where batch_id is not null;

comment on table journey.booked_opportunities is 'Quotes that were booked at least once.';
comment on column journey.booked_opportunities.sales_person is 'The name as in the file; sales_person_id is who is meant.';
comment on column journey.booked_opportunities.booked_date is 'Day of the last booking, in the branch''s zone; earlier bookings are in journey.booking_events.';
comment on column journey.booked_opportunities.estimated_amount is 'In the branch''s currency, like every amount.';
comment on column journey.booked_opportunities.invoiced_amount is 'Billed to the customer.';

create table journey.lead_status (
  business_id uuid not null,
  id uuid not null,
  customer_id uuid,
  branch_id uuid,
  sales_person_id uuid,
  lead_source_id uuid,
  booked_opportunity_id uuid,
  received_at timestamptz,
  quote_sent_at timestamptz,
  service_date date,
  time_to_contact_minutes integer,
  status_group text,
  estimated_revenue numeric(14, 2),
  quote_number text not null,
  referral_source text,
  branch_name text,
  status text,
  status_reason text,
  lead_status text,
  service_type text,
  volume_cuft numeric(12, 2),
  weight_lbs numeric(12, 2),
  sales_person text,
  estimator text,
  move_coordinator text,
  time_to_contact text,
  last_communication_at timestamptz,
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint lead_status_pkey primary key (business_id, id),
  constraint lead_status_quote_number_key unique (business_id, quote_number),
  constraint lead_status_booked_opportunity_fkey foreign key (business_id, booked_opportunity_id) references journey.booked_opportunities (business_id, id) on delete set null (booked_opportunity_id),
  constraint lead_status_sales_person_fkey foreign key (business_id, sales_person_id) references journey.sales_persons (business_id, id) on delete set null (sales_person_id),
  constraint lead_status_branch_fkey foreign key (business_id, branch_id) references tenancy.branches (business_id, id) on delete set null (branch_id),
  constraint lead_status_lead_source_fkey foreign key (business_id, lead_source_id) references journey.lead_sources (business_id, id) on delete set null (lead_source_id),
  constraint lead_status_customer_fkey foreign key (business_id, customer_id) references customers.customers (business_id, id) on delete set null (customer_id)
);

create index lead_status_booked_opportunity_idx on journey.lead_status (business_id, booked_opportunity_id);
create index lead_status_sales_person_idx on journey.lead_status (business_id, sales_person_id);
create index lead_status_branch_idx on journey.lead_status (business_id, branch_id);
create index lead_status_lead_source_created_at_idx on journey.lead_status (business_id, lead_source_id, created_at);
create index lead_status_customer_idx on journey.lead_status (business_id, customer_id);
create index lead_status_batch_idx on journey.lead_status (business_id, batch_id) where batch_id is not null;

comment on table journey.lead_status is 'The central pool of all leads, one row per quote number.';
comment on column journey.lead_status.lead_status is 'The company''s free pipeline label; often a commission remark. Not the status.';
comment on column journey.lead_status.received_at is 'When the lead came in: the true lead date (created_at is when it was loaded).';
comment on column journey.lead_status.time_to_contact_minutes is 'time_to_contact read as minutes; negative when contacted before receipt.';
comment on column journey.lead_status.customer_id is 'Reached over the quote number; the report names no person.';

create table journey.bad_leads (
  business_id uuid not null,
  id uuid not null,
  customer_id uuid,
  lead_status_id uuid,
  lead_source_id uuid,
  date_lead_received date,
  move_date date,
  provider text,
  lead_bad_reason text,
  natural_key text not null,
  customer_name text,
  customer_email text,
  customer_phone text,
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint bad_leads_pkey primary key (business_id, id),
  constraint bad_leads_natural_key_key unique (business_id, natural_key),
  constraint bad_leads_customer_fkey foreign key (business_id, customer_id) references customers.customers (business_id, id) on delete set null (customer_id),
  constraint bad_leads_lead_status_fkey foreign key (business_id, lead_status_id) references journey.lead_status (business_id, id) on delete set null (lead_status_id),
  constraint bad_leads_lead_source_fkey foreign key (business_id, lead_source_id) references journey.lead_sources (business_id, id) on delete set null (lead_source_id)
);

create index bad_leads_customer_idx on journey.bad_leads (business_id, customer_id);
create index bad_leads_lead_status_idx on journey.bad_leads (business_id, lead_status_id);
create index bad_leads_lead_source_idx on journey.bad_leads (business_id, lead_source_id);
create index bad_leads_customer_email_idx on journey.bad_leads (business_id, customer_email);
create index bad_leads_customer_phone_idx on journey.bad_leads (business_id, customer_phone);
create index bad_leads_batch_idx on journey.bad_leads (business_id, batch_id) where batch_id is not null;

comment on table journey.bad_leads is 'Leads marked bad. They carry no quote number.';
comment on column journey.bad_leads.natural_key is 'SHA-256 of provider, name, e-mail, phone and received date: the report has no key, and a second run would double it.';

create table journey.lost_leads (
  business_id uuid not null,
  id uuid not null,
  customer_id uuid,
  booked_opportunity_id uuid,
  lead_source_id uuid,
  lost_date date,
  move_date date,
  date_received timestamptz,
  time_to_first_contact_minutes integer,
  estimated_amount numeric(14, 2),
  quote_number text not null,
  reason text,
  name text,
  time_to_first_contact text,
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint lost_leads_pkey primary key (business_id, id),
  constraint lost_leads_quote_number_key unique (business_id, quote_number),
  constraint lost_leads_booked_opportunity_fkey foreign key (business_id, booked_opportunity_id) references journey.booked_opportunities (business_id, id) on delete set null (booked_opportunity_id),
  constraint lost_leads_lead_source_fkey foreign key (business_id, lead_source_id) references journey.lead_sources (business_id, id) on delete set null (lead_source_id),
  constraint lost_leads_customer_fkey foreign key (business_id, customer_id) references customers.customers (business_id, id) on delete set null (customer_id)
);

create index lost_leads_booked_opportunity_idx on journey.lost_leads (business_id, booked_opportunity_id);
create index lost_leads_lead_source_idx on journey.lost_leads (business_id, lead_source_id);
create index lost_leads_reason_idx on journey.lost_leads (business_id, reason);
create index lost_leads_customer_idx on journey.lost_leads (business_id, customer_id);
create index lost_leads_batch_idx on journey.lost_leads (business_id, batch_id) where batch_id is not null;

comment on table journey.lost_leads is 'Leads and opportunities that were lost, one row per quote number.';

comment on column journey.booked_opportunities.batch_id is 'The import batch that created the row; null when it did not come from a file.';
comment on column journey.booked_opportunities.file_id is 'The file in that batch.';
comment on column journey.booked_opportunities.line is 'The line (or sheet row) in that file.';
comment on column journey.booked_opportunities.last_batch_id is 'The import batch that wrote it last; undo compares with it.';
comment on column journey.booked_opportunities.edited_at is 'When a person last changed it by hand; an undo keeps such rows.';
comment on column journey.lead_status.batch_id is 'The import batch that created the row; null when it did not come from a file.';
comment on column journey.lead_status.file_id is 'The file in that batch.';
comment on column journey.lead_status.line is 'The line (or sheet row) in that file.';
comment on column journey.lead_status.last_batch_id is 'The import batch that wrote it last; undo compares with it.';
comment on column journey.lead_status.edited_at is 'When a person last changed it by hand; an undo keeps such rows.';
comment on column journey.bad_leads.batch_id is 'The import batch that created the row; null when it did not come from a file.';
comment on column journey.bad_leads.file_id is 'The file in that batch.';
comment on column journey.bad_leads.line is 'The line (or sheet row) in that file.';
comment on column journey.bad_leads.last_batch_id is 'The import batch that wrote it last; undo compares with it.';
comment on column journey.bad_leads.edited_at is 'When a person last changed it by hand; an undo keeps such rows.';
comment on column journey.lost_leads.batch_id is 'The import batch that created the row; null when it did not come from a file.';
comment on column journey.lost_leads.file_id is 'The file in that batch.';
comment on column journey.lost_leads.line is 'The line (or sheet row) in that file.';
comment on column journey.lost_leads.last_batch_id is 'The import batch that wrote it last; undo compares with it.';
comment on column journey.lost_leads.edited_at is 'When a person last changed it by hand; an undo keeps such rows.';
comment on column journey.booked_opportunities.quote_number is 'The leading digits of Quote #; unique per business, and what the tables are matched by.';
comment on column journey.booked_opportunities.status is 'As in the file.';
comment on column journey.booked_opportunities.status_group is 'open, booked, cancelled, lost or bad: the status without its reason; completed and closed count as booked.';
comment on column journey.booked_opportunities.status_reason is 'The rest of the status text.';
comment on column journey.booked_opportunities.referral_source is 'As in the file; the lead''s lead_source_id says which source is meant.';
comment on column journey.lead_status.quote_number is 'The leading digits of Quote #; unique per business.';
comment on column journey.lead_status.booked_opportunity_id is 'The opportunity with the same quote number.';
comment on column journey.lead_status.status is 'As in the file.';
comment on column journey.lead_status.status_group is 'The status without its reason.';
comment on column journey.lead_status.status_reason is 'The rest of the status text.';
comment on column journey.lead_status.time_to_contact is 'As in the file, e.g. 1d 13h 41m.';
comment on column journey.lead_status.created_at is 'When the row was loaded; received_at is when the lead came in.';
comment on column journey.bad_leads.provider is 'Who sent the lead; also its lead source.';
comment on column journey.bad_leads.lead_status_id is 'The lead of the pool it is about, found over e-mail, phone or customer.';
comment on column journey.bad_leads.date_lead_received is 'The business day it came in.';
comment on column journey.lost_leads.booked_opportunity_id is 'The opportunity with the same quote number.';
comment on column journey.lost_leads.reason is 'Why it was lost, as in the file.';
comment on column journey.lost_leads.time_to_first_contact_minutes is 'time_to_first_contact read as minutes; negative when contacted before receipt.';
comment on column journey.lost_leads.customer_id is 'The customer this name and quote number belong to.';

-- Performance reports, appended history, and the log of the maintenance commands.

create table journey.user_performance (
  business_id uuid not null,
  id uuid not null,
  name text not null,
  sales_person_id uuid,
  link_method text,
  link_confidence numeric(5, 4),
  user_status text,
  total_calls integer,
  avg_calls_per_day numeric(10, 2),
  inbound_count integer,
  outbound_count integer,
  missed_percent numeric(5, 2),
  avg_handle_time text,
  avg_handle_seconds integer,
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint user_performance_pkey primary key (business_id, id),
  constraint user_performance_name_key unique (business_id, name),
  constraint user_performance_sales_person_fkey foreign key (business_id, sales_person_id) references journey.sales_persons (business_id, id) on delete set null (sales_person_id)
);

create index user_performance_sales_person_idx on journey.user_performance (business_id, sales_person_id);
create index user_performance_batch_idx on journey.user_performance (business_id, batch_id) where batch_id is not null;

comment on table journey.user_performance is 'Call figures per telephone user, in the telephone system''s spelling.';
comment on column journey.user_performance.link_method is 'exact, normalized, similar or manual: how sales_person_id was found.';

create table journey.sales_performance (
  business_id uuid not null,
  id uuid not null,
  name text not null,
  sales_person_id uuid,
  link_method text,
  link_confidence numeric(5, 4),
  leads_received integer,
  bad integer,
  percent_bad numeric(5, 2),
  sent integer,
  percent_sent numeric(5, 2),
  pending integer,
  percent_pending numeric(5, 2),
  booked integer,
  percent_booked numeric(5, 2),
  lost integer,
  percent_lost numeric(5, 2),
  cancelled integer,
  percent_cancelled numeric(5, 2),
  booked_total numeric(14, 2),
  average_booking numeric(14, 2),
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint sales_performance_pkey primary key (business_id, id),
  constraint sales_performance_name_key unique (business_id, name),
  constraint sales_performance_sales_person_fkey foreign key (business_id, sales_person_id) references journey.sales_persons (business_id, id) on delete set null (sales_person_id)
);

create index sales_performance_sales_person_idx on journey.sales_performance (business_id, sales_person_id);
create index sales_performance_batch_idx on journey.sales_performance (business_id, batch_id) where batch_id is not null;

comment on table journey.sales_performance is 'Sales figures per person as the CRM reports them: one snapshot, no period.';
comment on column journey.sales_performance.link_method is 'exact, normalized, similar or manual: how sales_person_id was found.';

create table journey.status_changes (
  business_id uuid not null,
  id uuid not null,
  source text not null,
  row_id uuid not null,
  quote_number text,
  previous_status text,
  status text,
  previous_reason text,
  reason text,
  happened_on date,
  recorded_at timestamptz not null,
  batch_id uuid,
  constraint status_changes_pkey primary key (business_id, id)
);

create index status_changes_row_idx on journey.status_changes (business_id, source, row_id);
create index status_changes_quote_number_idx on journey.status_changes (business_id, quote_number);
create index status_changes_batch_idx on journey.status_changes (business_id, batch_id);

comment on table journey.status_changes is 'Appended whenever a status is first seen or changes; a status is never only overwritten.';
comment on column journey.status_changes.source is 'journey.jobs, journey.booked_opportunities or journey.lead_status.';
comment on column journey.status_changes.happened_on is 'The business day the file gives for it (booked, lost, closed); null when the file gives none.';

create table journey.booking_events (
  business_id uuid not null,
  id uuid not null,
  booked_opportunity_id uuid not null,
  quote_number text not null,
  event text not null,
  booked_date date,
  amount numeric(14, 2),
  recorded_at timestamptz not null,
  batch_id uuid,
  constraint booking_events_pkey primary key (business_id, id),
  constraint booking_events_event_check check (event in ('booked', 'rebooked', 'unbooked')),
  constraint booking_events_booked_opportunity_fkey foreign key (business_id, booked_opportunity_id) references journey.booked_opportunities (business_id, id) on delete cascade
);

create index booking_events_booked_opportunity_idx on journey.booking_events (business_id, booked_opportunity_id);
create index booking_events_quote_number_idx on journey.booking_events (business_id, quote_number);
create index booking_events_batch_idx on journey.booking_events (business_id, batch_id);

comment on table journey.booking_events is 'Bookings, re-bookings and un-bookings, appended: the CRM''s export only keeps the last booked date.';

create table journey.script_execution_log (
  business_id uuid not null,
  id uuid not null,
  script_name text not null,
  executed_at timestamptz not null,
  execution_count integer not null default 1,
  last_execution_at timestamptz not null,
  notes text,
  constraint script_execution_log_pkey primary key (business_id, id),
  constraint script_execution_log_script_name_key unique (business_id, script_name),
  constraint script_execution_log_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

comment on table journey.script_execution_log is 'When each maintenance command last finished; written after success, in the same transaction.';

create table journey.integrity_check_history (
  business_id uuid not null,
  id uuid not null,
  check_timestamp timestamptz not null,
  orphaned_user_performance integer not null,
  orphaned_sales_performance integer not null,
  job_customer_linkage_rate numeric(5, 2),
  lead_status_linkage_rate numeric(5, 2),
  badlead_linkage_rate numeric(5, 2),
  alerts jsonb not null default '[]',
  constraint integrity_check_history_pkey primary key (business_id, id),
  constraint integrity_check_history_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

create index integrity_check_history_at_idx on journey.integrity_check_history (business_id, check_timestamp);

comment on table journey.integrity_check_history is 'Link coverage after each build.';

comment on column journey.user_performance.batch_id is 'The import batch that created the row; null when it did not come from a file.';
comment on column journey.user_performance.file_id is 'The file in that batch.';
comment on column journey.user_performance.line is 'The line (or sheet row) in that file.';
comment on column journey.user_performance.last_batch_id is 'The import batch that wrote it last; undo compares with it.';
comment on column journey.user_performance.edited_at is 'When a person last changed it by hand; an undo keeps such rows.';
comment on column journey.user_performance.name is 'As the report spells it; unique per business.';
comment on column journey.user_performance.link_confidence is '0 to 1.';
comment on column journey.sales_performance.batch_id is 'The import batch that created the row; null when it did not come from a file.';
comment on column journey.sales_performance.file_id is 'The file in that batch.';
comment on column journey.sales_performance.line is 'The line (or sheet row) in that file.';
comment on column journey.sales_performance.last_batch_id is 'The import batch that wrote it last; undo compares with it.';
comment on column journey.sales_performance.edited_at is 'When a person last changed it by hand; an undo keeps such rows.';
comment on column journey.sales_performance.name is 'As the report spells it; unique per business.';
comment on column journey.sales_performance.link_confidence is '0 to 1.';
comment on column journey.user_performance.missed_percent is 'Missed calls, voicemail included, in percent.';
comment on column journey.user_performance.avg_handle_seconds is 'avg_handle_time read as seconds.';
comment on column journey.sales_performance.booked_total is 'In the currency of the business.';
comment on column journey.status_changes.row_id is 'Id of the row there.';
comment on column journey.status_changes.previous_status is 'Null when the status was first seen.';
comment on column journey.status_changes.recorded_at is 'When the import that brought it ran.';
comment on column journey.booking_events.event is 'booked, rebooked or unbooked.';
comment on column journey.booking_events.amount is 'The estimate at that time, in the branch''s currency.';
comment on column journey.script_execution_log.script_name is 'The command''s name in the documents.';
comment on column journey.script_execution_log.execution_count is 'How often it has finished.';
comment on column journey.integrity_check_history.job_customer_linkage_rate is 'Percent of jobs with a customer.';
comment on column journey.integrity_check_history.lead_status_linkage_rate is 'Percent of leads with an opportunity.';
comment on column journey.integrity_check_history.badlead_linkage_rate is 'Percent of bad leads with a lead.';
comment on column journey.integrity_check_history.alerts is 'What fell or stands below its target.';

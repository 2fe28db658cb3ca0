-- Questions that are asked again and again, and the files their answers go to. The row is the
-- job: whoever runs it holds its lock, and a run that was killed leaves it due.

create table catalogue.schedules (
  business_id uuid not null,
  id uuid not null,
  name text not null,
  question text not null,
  parameters jsonb not null,
  cron text not null,
  time_zone text not null,
  output text not null,
  folder text not null,
  keep integer not null default 12,
  next_run_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint schedules_pkey primary key (business_id, id),
  constraint schedules_name_key unique (business_id, name),
  constraint schedules_keep_check check (keep > 0),
  constraint schedules_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

create index schedules_next_run_idx on catalogue.schedules (business_id, next_run_at);

comment on table catalogue.schedules is 'Questions whose answers are written to files at set times, while Throughline runs.';
comment on column catalogue.schedules.name is 'What it is called on the command line, and how its files begin.';
comment on column catalogue.schedules.parameters is 'As they were given; days such as today-7 are worked out at each run.';
comment on column catalogue.schedules.cron is 'Minute, hour, day of month, month, day of week, in time_zone.';
comment on column catalogue.schedules.time_zone is 'IANA zone its times are meant in.';
comment on column catalogue.schedules.folder is 'Below the folder for exports.';
comment on column catalogue.schedules.keep is 'How many of its files stay; older ones are deleted.';
comment on column catalogue.schedules.next_run_at is 'When it is due. Runs missed meanwhile are made up for by one.';

create table catalogue.schedule_runs (
  business_id uuid not null,
  id uuid not null,
  schedule_id uuid not null,
  due_at timestamptz not null,
  started_at timestamptz not null,
  file text,
  row_count integer,
  error_code text,
  error text,
  constraint schedule_runs_pkey primary key (business_id, id),
  constraint schedule_runs_schedule_fkey foreign key (business_id, schedule_id) references catalogue.schedules (business_id, id) on delete cascade,
  constraint schedule_runs_outcome_check check (file is null or error is null)
);

create index schedule_runs_schedule_idx on catalogue.schedule_runs (business_id, schedule_id, started_at desc);

comment on table catalogue.schedule_runs is 'What became of each run of a schedule: the file it wrote, or why it failed and what to do.';
comment on column catalogue.schedule_runs.due_at is 'When it was to run.';
comment on column catalogue.schedule_runs.file is 'The file that was written; null when it failed.';
comment on column catalogue.schedule_runs.error is 'What went wrong, and what to do.';

-- Two words of 0038 were wrong: nothing guesses a gender.
comment on column reporting.customers.gender is 'MALE, FEMALE or UNCERTAIN, as a source gave it; nothing guesses it.';

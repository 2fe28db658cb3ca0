-- The import batch is the unit of undo: batches, their files, quarantine,
-- skipped rows, before-images, remembered mappings and repair rules.

create table import.batches (
  business_id uuid not null,
  id uuid not null,
  number integer not null,
  purpose text not null default 'import',
  state text not null,
  content_key text not null,
  started_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  undo_report jsonb,
  constraint batches_pkey primary key (business_id, id),
  constraint batches_number_key unique (business_id, number),
  constraint batches_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade,
  constraint batches_state_check check (state in ('running', 'done', 'undoing', 'undone')),
  constraint batches_purpose_check check (purpose in ('import', 'replay'))
);

create index batches_content_key_idx on import.batches (business_id, content_key);

comment on table import.batches is 'One run of the importer over some files: the unit that can be undone.';
comment on column import.batches.content_key is 'Hash of the files'' contents and kinds: a killed run is found again by it and resumed.';
comment on column import.batches.number is 'The short number people use: throughline import undo 12.';

create table import.raw_files (
  business_id uuid not null,
  content_hash text not null,
  bytes bigint not null,
  stored_as text not null,
  created_at timestamptz not null default now(),
  constraint raw_files_pkey primary key (business_id, content_hash)
);

comment on table import.raw_files is 'The files as they came, kept once per content under their SHA-256.';

create table import.files (
  business_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  position integer not null,
  name text not null,
  kind text not null,
  content_hash text not null,
  sheet text,
  format text not null,
  detail jsonb not null default '{}',
  header jsonb not null default '[]',
  columns jsonb not null default '{}',
  constants jsonb not null default '{}',
  state text not null,
  rows integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  same integer not null default 0,
  skipped integer not null default 0,
  quarantined integer not null default 0,
  skipped_by jsonb not null default '{}',
  quarantined_by jsonb not null default '{}',
  loaded_at timestamptz,
  constraint files_pkey primary key (business_id, id),
  constraint files_batch_position_key unique (business_id, batch_id, position),
  constraint files_batch_fkey foreign key (business_id, batch_id) references import.batches (business_id, id) on delete cascade,
  constraint files_raw_fkey foreign key (business_id, content_hash) references import.raw_files (business_id, content_hash),
  constraint files_state_check check (state in ('pending', 'loaded', 'undone')),
  constraint files_account_check check (rows = created + updated + same + skipped + quarantined)
);

create index files_content_hash_idx on import.files (business_id, content_hash);

comment on table import.files is 'One table of one file in a batch, with its account: rows in = created + updated + same + skipped + quarantined (a constraint).';
comment on column import.files.header is 'The header row as found: array of texts.';
comment on column import.files.columns is 'Which of our columns was read from which position.';

create table import.row_changes (
  business_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  line integer not null,
  table_name text not null,
  row_id uuid not null,
  before jsonb not null,
  applied_at timestamptz not null,
  constraint row_changes_pkey primary key (business_id, id),
  constraint row_changes_file_fkey foreign key (business_id, file_id) references import.files (business_id, id) on delete cascade
);

create index row_changes_batch_idx on import.row_changes (business_id, batch_id, table_name);
create index row_changes_row_idx on import.row_changes (business_id, row_id);
create index row_changes_file_idx on import.row_changes (business_id, file_id);

comment on table import.row_changes is 'The before-image of every row that an import overwrote: only the columns the file brought.';

create table import.quarantined_rows (
  business_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  kind text not null,
  line integer not null,
  code text not null,
  column_name text,
  value text,
  message text not null,
  cells jsonb,
  raw text,
  row_hash text not null,
  state text not null default 'open',
  resolved_batch_id uuid,
  created_at timestamptz not null,
  constraint quarantined_rows_pkey primary key (business_id, id),
  constraint quarantined_rows_file_fkey foreign key (business_id, file_id) references import.files (business_id, id) on delete cascade,
  constraint quarantined_rows_state_check check (state in ('open', 'replayed', 'repeated', 'dismissed', 'undone'))
);

create index quarantined_rows_batch_idx on import.quarantined_rows (business_id, batch_id);
create index quarantined_rows_file_idx on import.quarantined_rows (business_id, file_id);
create index quarantined_rows_hash_idx on import.quarantined_rows (business_id, kind, row_hash);

comment on table import.quarantined_rows is 'Rows that could not be loaded, whole, with file, line, reason and the repair that cures them.';
comment on column import.quarantined_rows.state is 'open; replayed = loaded after a repair; repeated = the same row already lies here from an earlier import; dismissed = a person said it is not needed; undone = its import was undone.';

create table import.skipped_rows (
  business_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  line integer not null,
  reason text not null,
  raw text not null,
  constraint skipped_rows_pkey primary key (business_id, id),
  constraint skipped_rows_file_fkey foreign key (business_id, file_id) references import.files (business_id, id) on delete cascade
);

create index skipped_rows_batch_idx on import.skipped_rows (business_id, batch_id);
create index skipped_rows_file_idx on import.skipped_rows (business_id, file_id);

comment on table import.skipped_rows is 'Rows left out on purpose (blank, totals, test records, repeats), with file, line and reason.';

create table import.mappings (
  business_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  header_key text not null,
  definition jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint mappings_pkey primary key (business_id, id),
  constraint mappings_header_key unique (business_id, header_key),
  constraint mappings_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

comment on table import.mappings is 'Column mappings of layouts that are none of the known exports, remembered for next month''s file.';

create table import.repair_rules (
  business_id uuid not null,
  id uuid not null,
  kind text not null,
  column_name text not null,
  matches text not null,
  replacement text,
  created_by text not null,
  created_at timestamptz not null default now(),
  constraint repair_rules_pkey primary key (business_id, id),
  constraint repair_rules_match_key unique (business_id, kind, column_name, matches),
  constraint repair_rules_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

comment on table import.repair_rules is 'What to read when a cell holds a value nobody can read: replacement, or empty when null. Applied to every later file.';

comment on column import.batches.purpose is 'import = files from outside; replay = quarantined rows after a repair.';
comment on column import.batches.state is 'running, done, undoing or undone.';
comment on column import.batches.started_by is 'Who started it.';
comment on column import.batches.undo_report is 'What undo reversed, kept because it was edited since, and could not reverse.';
comment on column import.raw_files.content_hash is 'SHA-256 of the bytes.';
comment on column import.raw_files.stored_as is 'Path below the data folder.';
comment on column import.files.position is 'Place in the load order of the batch.';
comment on column import.files.kind is 'Which of the known reports it was read as.';
comment on column import.files.sheet is 'Of a workbook: which sheet.';
comment on column import.files.format is 'csv, xlsx, parquet or jsonl.';
comment on column import.files.detail is 'Encoding, delimiter and the like, as found.';
comment on column import.files.rows is 'Rows after the header row, all of them.';
comment on column import.files.same is 'Rows that are in the database already, with the same values.';
comment on column import.files.skipped_by is 'Number of skipped rows per reason.';
comment on column import.files.quarantined_by is 'Number of quarantined rows per code.';
comment on column import.files.state is 'pending, loaded or undone.';
comment on column import.row_changes.table_name is 'Schema-qualified table of the row.';
comment on column import.row_changes.row_id is 'The row that was overwritten.';
comment on column import.row_changes.before is 'Its earlier values, column by column.';
comment on column import.quarantined_rows.code is 'Why it could not be loaded; docs/import.md lists the codes.';
comment on column import.quarantined_rows.column_name is 'The column that could not be read, when it was one.';
comment on column import.quarantined_rows.value is 'The text that could not be read.';
comment on column import.quarantined_rows.cells is 'The row, cell by cell, when it could be split into cells.';
comment on column import.quarantined_rows.raw is 'The row as in the file, when it could not.';
comment on column import.quarantined_rows.row_hash is 'Recognises the same row when the file comes again.';
comment on column import.quarantined_rows.resolved_batch_id is 'The replay that loaded it.';
comment on column import.skipped_rows.reason is 'blank_row, totals_row, repeated_header, test_record or repeated_row.';
comment on column import.mappings.header_key is 'Recognises next month''s file by its header row.';
comment on column import.mappings.definition is 'The mapping file, as JSON.';
comment on column import.repair_rules.matches is 'The text of the cell, trimmed.';
comment on column import.repair_rules.replacement is 'What to read instead; empty or null = read as an empty cell.';

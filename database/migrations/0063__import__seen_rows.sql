-- Which rows a file had that were there already, with the same values (counted as same). When the
-- import that brought such a row is undone, the row stays and belongs to the file that had it too.
--
-- A thousand rows to an entry, as arrays: 20 bytes a row. An entry per row would take 140 with its
-- index, at every month's export of everything, for something that only an undo reads, and then whole.

create table import.seen_rows (
  business_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  row_ids uuid[] not null,
  lines integer[] not null,
  constraint seen_rows_pkey primary key (business_id, id),
  constraint seen_rows_lines_check check (cardinality(row_ids) = cardinality(lines)),
  constraint seen_rows_file_fkey foreign key (business_id, file_id) references import.files (business_id, id) on delete cascade
);

create index seen_rows_file_idx on import.seen_rows (business_id, file_id);

comment on table import.seen_rows is 'Rows that a file had and that were there already with the same values, up to a thousand to an entry: they stay when the import that brought them is undone.';
comment on column import.seen_rows.file_id is 'The file that had them too.';
comment on column import.seen_rows.row_ids is 'The rows, in the order of the file.';
comment on column import.seen_rows.lines is 'The line of each row in the file.';

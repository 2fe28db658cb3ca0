-- The decisions that were parked in this transaction, with the names the records had.
create temp table if not exists parking (
  id uuid primary key,
  source_a text not null,
  key_a text not null,
  name_a text,
  source_b text not null,
  key_b text not null,
  name_b text
) on commit drop

-- Where the person records of changed rows are put before the upsert: no index, no wall, gone at commit.
create temp table staged_records (
  id uuid not null,
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
  batch_id uuid
) on commit drop

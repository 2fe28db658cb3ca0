-- Where the person records of new and changed rows are put on their way to the resolver: no
-- index, no wall, gone at commit. Rows of `has_record` change the record they have.
create temp table if not exists arrivals (
  source text not null,
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
  batch_id uuid,
  street text,
  city text,
  state text,
  postal_code text,
  has_record boolean not null
) on commit drop

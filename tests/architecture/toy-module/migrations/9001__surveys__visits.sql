-- Visits of a surveyor before a move, one row per visit.
create schema surveys;

create table surveys.visits (
  business_id uuid not null,
  id uuid not null,
  visit_number text not null,
  customer_name text,
  email text,
  visited_on date,
  customer_id uuid,
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint visits_pkey primary key (business_id, id),
  constraint visits_number_key unique (business_id, visit_number),
  constraint visits_customer_fkey foreign key (business_id, customer_id) references customers.customers (business_id, id) on delete set null (customer_id)
);

create index visits_customer_idx on surveys.visits (business_id, customer_id);

comment on table surveys.visits is 'Visits of a surveyor before a move.';

-- Who is probably who: pairs that no exact rule joins, found by weighing all evidence together.
-- A proposal outlives the run that found it, so that later runs over a part of the records
-- come to the same customers; what a person answers becomes a decision and outranks it.

alter table customers.records
  add column street text,
  add column city text,
  add column state text,
  add column postal_code text;

comment on column customers.records.street is 'Street and number as the row has them; where a person lived at that time, evidence and no key.';
comment on column customers.records.city is 'City as the row has it.';
comment on column customers.records.state is 'State or province as the row has it.';
comment on column customers.records.postal_code is 'Postal code as the row has it.';

create table customers.proposals (
  business_id uuid not null,
  record_a uuid not null,
  record_b uuid not null,
  probability numeric(5, 4) not null,
  state text not null,
  reasons jsonb not null default '[]',
  run_id uuid,
  found_at timestamptz not null,
  constraint proposals_pkey primary key (business_id, record_a, record_b),
  constraint proposals_record_a_fkey foreign key (business_id, record_a) references customers.records (business_id, id) on delete cascade,
  constraint proposals_record_b_fkey foreign key (business_id, record_b) references customers.records (business_id, id) on delete cascade,
  constraint proposals_order_check check (record_a < record_b),
  constraint proposals_probability_check check (probability between 0 and 1),
  constraint proposals_state_check check (state in ('joined', 'open', 'later'))
);

create index proposals_record_b_idx on customers.proposals (business_id, record_b);

comment on table customers.proposals is 'Two records that are probably one person. Joined ones hold their customers together; open ones wait for a person in the review queue.';
comment on column customers.proposals.record_a is 'The older record.';
comment on column customers.proposals.record_b is 'The newer record.';
comment on column customers.proposals.probability is 'The chance that they are one person, learnt from this business''s own records.';
comment on column customers.proposals.state is 'joined: above .95, joined by itself; open: .75 to .95, to be reviewed; later: put off by a person.';
comment on column customers.proposals.reasons is 'Why, in plain words, the weightiest first.';
comment on column customers.proposals.run_id is 'The run that found it first.';
comment on column customers.proposals.found_at is 'When it was found first.';

alter table customers.merges add column run_id uuid;
comment on column customers.merges.run_id is 'The run that found it, if it was one; undoing that run undoes it.';

create index merges_run_idx on customers.merges (business_id, run_id) where run_id is not null;

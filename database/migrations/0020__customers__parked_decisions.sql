-- What people decided about records whose rows are gone: kept by the rows' natural keys, so
-- that the decision is in force again when the same rows are imported again.

create table customers.parked_decisions (
  business_id uuid not null,
  id uuid not null,
  source_a text not null,
  key_a text not null,
  source_b text not null,
  key_b text not null,
  verdict text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint parked_decisions_pkey primary key (business_id, id),
  constraint parked_decisions_verdict_check check (verdict in ('same', 'different', 'household'))
);

comment on table customers.parked_decisions is 'Decisions of people about records of which at least one is gone, because its import was undone. In force again when both rows are there.';
comment on column customers.parked_decisions.id is 'The id the decision had, and gets back.';
comment on column customers.parked_decisions.source_a is 'Table of the first row, e.g. journey.jobs.';
comment on column customers.parked_decisions.key_a is 'Natural key of the first row: job id, quote number, or the hash of a bad lead.';
comment on column customers.parked_decisions.source_b is 'Table of the second row.';
comment on column customers.parked_decisions.key_b is 'Natural key of the second row.';
comment on column customers.parked_decisions.verdict is 'same, different or household.';

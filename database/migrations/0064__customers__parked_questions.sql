-- Questions of the review queue that a person put off and whose rows are gone, because their import
-- was undone: by the rows' natural keys, so that they are put off again when the rows are imported again.
-- No decision (customers.parked_decisions): nothing is decided, and nobody is looked at again for it.

create table customers.parked_questions (
  business_id uuid not null,
  id uuid not null,
  source_a text not null,
  key_a text not null,
  source_b text not null,
  key_b text not null,
  constraint parked_questions_pkey primary key (business_id, id),
  constraint parked_questions_rows_key unique (business_id, source_a, key_a, source_b, key_b)
);

comment on table customers.parked_questions is 'Questions that a person put off about records of which at least one is gone: put off again when both rows are there and the question comes again.';
comment on column customers.parked_questions.source_a is 'Table of the first row, e.g. journey.jobs.';
comment on column customers.parked_questions.key_a is 'Natural key of the first row: job id, quote number, or the hash of a bad lead.';
comment on column customers.parked_questions.source_b is 'Table of the second row.';
comment on column customers.parked_questions.key_b is 'Natural key of the second row.';

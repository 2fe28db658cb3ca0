-- Answers that were worked out already, kept for as long as the data stays what it was.

create table catalogue.answers (
  business_id uuid not null,
  id uuid not null,
  question text not null,
  asked text not null,
  data_state text not null,
  answer text not null,
  kept_at timestamptz not null,
  constraint answers_pkey primary key (business_id, id),
  constraint answers_asked_key unique (business_id, asked),
  constraint answers_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade
);

comment on table catalogue.answers is 'Kept answers. One is given again only while data_state is that of the reader''s own snapshot; deleting them loses nothing but time.';
comment on column catalogue.answers.asked is 'SHA-256 over program version, statement, receipt and parameters.';
comment on column catalogue.answers.answer is 'JSON, as it was given: jsonb would lose the order of the columns.';
comment on column catalogue.answers.data_state is 'State of the data (tenancy.data_changes) it was worked out at.';

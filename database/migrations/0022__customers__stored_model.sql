-- What was learnt of a business's records, kept, so that a single new record is weighed by the
-- same evidence, and against the same people, as in a run over all of them. While a model stays
-- put, how probably two records are one person depends on nothing but the two.

create table customers.models (
  business_id uuid not null,
  id uuid not null,
  learnt_at timestamptz not null,
  records integer not null,
  records_since integer not null default 0,
  same_pairs numeric not null,
  household_pairs numeric not null,
  couple_pairs numeric not null,
  contact_pairs numeric not null,
  unrelated_pairs numeric not null,
  known numeric[] not null,
  single numeric[] not null,
  dropped_keys integer[] not null,
  constraint models_pkey primary key (business_id, id),
  constraint models_business_key unique (business_id)
);

comment on table customers.models is 'What was learnt of this business''s records, one model at a time. Weights are in model_weights, frequent values in model_values, what is compared in compared_records.';
comment on column customers.models.records is 'Records there were when it was learnt.';
comment on column customers.models.records_since is 'Records that came after. Beyond a fifth of `records` the next whole run learns anew.';
comment on column customers.models.same_pairs is 'Pairs of records of one person, as estimated.';
comment on column customers.models.household_pairs is 'Pairs of people of one household.';
comment on column customers.models.couple_pairs is 'Pairs of two people who share mailbox and phone.';
comment on column customers.models.contact_pairs is 'Pairs of strangers reached through one office.';
comment on column customers.models.unrelated_pairs is 'All other pairs.';
comment on column customers.models.known is 'Per feature: how many people a value is known of. The order of features is that of src/customers/matching/features/layout.ts.';
comment on column customers.models.single is 'Per feature: what a value that one person has is worth; nearly 1 where values often meet by chance.';
comment on column customers.models.dropped_keys is 'Keys that too many records share to propose anybody.';

create table customers.model_weights (
  business_id uuid not null,
  dimension integer not null,
  level integer not null,
  meaning text not null,
  same numeric not null,
  household numeric not null,
  couple numeric not null,
  contact numeric not null,
  unrelated numeric not null,
  constraint model_weights_pkey primary key (business_id, dimension, level)
);

comment on table customers.model_weights is 'How often each outcome of a comparison occurs in each kind of pair. The weight of an outcome is the logarithm of one share over another.';
comment on column customers.model_weights.dimension is 'What is compared: position in src/customers/matching/compare/dimensions.ts.';
comment on column customers.model_weights.level is 'How it came out; 1 is "the same".';
comment on column customers.model_weights.meaning is 'The outcome in words.';
comment on column customers.model_weights.same is 'Share among pairs of one person.';
comment on column customers.model_weights.household is 'Share among people of one household.';
comment on column customers.model_weights.couple is 'Share among couples with one mailbox and phone.';
comment on column customers.model_weights.contact is 'Share among strangers reached through one office.';
comment on column customers.model_weights.unrelated is 'Share among strangers.';

create table customers.model_values (
  business_id uuid not null,
  hash bigint not null,
  feature integer not null,
  people integer not null,
  is_established boolean not null,
  value text,
  constraint model_values_pkey primary key (business_id, hash, feature)
);

comment on table customers.model_values is 'Values that more than one person had when the model was learnt. What is not in here is as rare as can be.';
comment on column customers.model_values.hash is 'Hash of the value as it is compared.';
comment on column customers.model_values.feature is 'Which feature it is a value of: position in src/customers/matching/features/layout.ts.';
comment on column customers.model_values.people is 'How many people had it.';
comment on column customers.model_values.is_established is 'Of given names: so many have it that it is no slip of another name.';
comment on column customers.model_values.value is 'The value as it is compared; none for whole addresses.';

-- No foreign key to the records, as in the ledger: a check costs as much as writing the row. Who removes records removes these.
create table customers.compared_records (
  business_id uuid not null,
  record_id uuid not null,
  mailbox_hash integer,
  phone_hash integer,
  name_hash integer,
  partner_hash integer,
  zip_hash integer,
  house_hash integer,
  constraint compared_records_pkey primary key (business_id, record_id)
);

create index compared_records_mailbox_idx on customers.compared_records (business_id, mailbox_hash) where mailbox_hash is not null;
create index compared_records_phone_idx on customers.compared_records (business_id, phone_hash) where phone_hash is not null;
create index compared_records_name_idx on customers.compared_records (business_id, name_hash) where name_hash is not null;
create index compared_records_partner_idx on customers.compared_records (business_id, partner_hash) where partner_hash is not null;
create index compared_records_zip_idx on customers.compared_records (business_id, zip_hash) where zip_hash is not null;
create index compared_records_house_idx on customers.compared_records (business_id, house_hash) where house_hash is not null;

comment on table customers.compared_records is 'The records that stand for their people when evidence is weighed (one per person and way of being written), with the keys under which others find them.';
comment on column customers.compared_records.mailbox_hash is 'What stands before the @, without dots.';
comment on column customers.compared_records.phone_hash is 'The phone.';
comment on column customers.compared_records.name_hash is 'Sound or nickname of given name and surname, in any order.';
comment on column customers.compared_records.partner_hash is 'The same of the second person in "Pat & Lee Smith"; found by name_hash too.';
comment on column customers.compared_records.zip_hash is 'Sound of the surname, first letter of the given name, postal code.';
comment on column customers.compared_records.house_hash is 'House number and sound of the street.';

create table customers.likely_pairs (
  business_id uuid not null,
  record_a uuid not null,
  record_b uuid not null,
  probability numeric not null,
  constraint likely_pairs_pkey primary key (business_id, record_a, record_b),
  constraint likely_pairs_record_a_fkey foreign key (business_id, record_a) references customers.records (business_id, id) on delete cascade,
  constraint likely_pairs_record_b_fkey foreign key (business_id, record_b) references customers.records (business_id, id) on delete cascade
);

create index likely_pairs_record_b_idx on customers.likely_pairs (business_id, record_b);

comment on table customers.likely_pairs is 'Every two compared records that are one person with a probability of .75 or more. Proposals are those of them that are joined or asked about; a run over a part of the records follows all of them.';
comment on column customers.likely_pairs.record_a is 'The older record.';
comment on column customers.likely_pairs.record_b is 'The newer record.';
comment on column customers.likely_pairs.probability is 'The chance that they are one person, by the business''s model.';

-- Which of a customer's values stand for them: by rules a business may change, or as a person
-- said by hand. Only what was said is stored; the values follow from it and the records whenever
-- they are asked for. Both tables are ledgers: the newest line that nobody took back counts, so
-- that taking one back brings the one before it into force again.

create table customers.golden_rules (
  business_id uuid not null,
  id uuid not null,
  field text not null,
  rule text,
  sources text[] not null default '{}',
  run_id uuid not null,
  decided_by text not null,
  decided_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  constraint golden_rules_pkey primary key (business_id, id),
  constraint golden_rules_rule_check check (rule in ('newest', 'most-frequent', 'most-complete', 'trusted'))
);

create index golden_rules_run_idx on customers.golden_rules (business_id, run_id);

comment on table customers.golden_rules is 'How a business chooses the value of a field that stands for a customer. The newest line of a field that was not taken back counts; without one, the default does.';
comment on column customers.golden_rules.field is 'name, email, phone, origin or destination.';
comment on column customers.golden_rules.rule is 'newest, most-frequent, most-complete or trusted; none = the default from here on.';
comment on column customers.golden_rules.sources is 'Of the rule "trusted": the tables in the order of trust. The others come after them.';
comment on column customers.golden_rules.run_id is 'The run under which it was said; undoing that run takes it back.';
comment on column customers.golden_rules.undone_at is 'When it was taken back.';

create table customers.hand_values (
  business_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  source text,
  source_key text,
  field text not null,
  value text,
  parts text[] not null default '{}',
  from_source text,
  from_key text,
  run_id uuid not null,
  decided_by text not null,
  decided_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  constraint hand_values_pkey primary key (business_id, id)
);

create index hand_values_customer_idx on customers.hand_values (business_id, customer_id);
create index hand_values_run_idx on customers.hand_values (business_id, run_id);

comment on table customers.hand_values is 'What a person said a field of a customer is. Outranks every rule. The newest line about a customer, or about one merged into it, that was not taken back counts.';
comment on column customers.hand_values.customer_id is 'The customer it was said of; it may be merged into another since. No foreign key: when the customer goes with an undone import, the line waits for its rows.';
comment on column customers.hand_values.source is 'Table of the row that founded the customer, by which the customer is found again when its rows come back.';
comment on column customers.hand_values.source_key is 'Natural key of that row.';
comment on column customers.hand_values.value is 'None = by the rules from here on.';
comment on column customers.hand_values.parts is 'Of a name: its first and its last name.';
comment on column customers.hand_values.from_source is 'Table of the row the person took the value from, if it was one.';
comment on column customers.hand_values.from_key is 'Natural key of that row.';
comment on column customers.hand_values.run_id is 'The run under which it was said; undoing that run takes it back.';
comment on column customers.hand_values.undone_at is 'When it was taken back.';

create view customers.present_hand_values with (security_invoker = true) as
select distinct on (said.business_id, coalesce(redirect.customer_id, said.customer_id), said.field)
  said.business_id,
  coalesce(redirect.customer_id, said.customer_id) as customer_id,
  said.field,
  said.value,
  said.parts,
  said.from_source,
  said.from_key,
  said.decided_by,
  said.decided_at,
  said.customer_id as said_of
from customers.hand_values as said
left join customers.redirects as redirect
  on redirect.business_id = said.business_id
  and redirect.id = said.customer_id
where said.undone_at is null
order by said.business_id, coalesce(redirect.customer_id, said.customer_id), said.field, said.decided_at desc, said.id desc;

comment on view customers.present_hand_values is 'What counts of customers.hand_values, per present customer and field. A line without a value says: by the rules.';

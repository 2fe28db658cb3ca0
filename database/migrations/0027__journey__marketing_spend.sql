-- What was spent on marketing, per source and month, as the business itself writes it down:
-- no report of the CRM has it, and without it nothing can be said about cost.

create table journey.marketing_spend (
  business_id uuid not null,
  id uuid not null,
  lead_source_id uuid,
  branch_id uuid,
  month date not null,
  amount numeric(14, 2) not null,
  currency text,
  lead_source text not null,
  branch_name text,
  campaign text,
  natural_key text not null,
  batch_id uuid,
  file_id uuid,
  line integer,
  last_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint marketing_spend_pkey primary key (business_id, id),
  constraint marketing_spend_natural_key_key unique (business_id, natural_key),
  constraint marketing_spend_month_check check (extract(day from month) = 1),
  constraint marketing_spend_lead_source_fkey foreign key (business_id, lead_source_id) references journey.lead_sources (business_id, id) on delete set null (lead_source_id),
  constraint marketing_spend_branch_fkey foreign key (business_id, branch_id) references tenancy.branches (business_id, id) on delete set null (branch_id)
);

create index marketing_spend_month_idx on journey.marketing_spend (business_id, month);
create index marketing_spend_lead_source_idx on journey.marketing_spend (business_id, lead_source_id);
create index marketing_spend_branch_idx on journey.marketing_spend (business_id, branch_id);
create index marketing_spend_batch_idx on journey.marketing_spend (business_id, batch_id) where batch_id is not null;

comment on table journey.marketing_spend is 'What was spent on marketing per lead source, month, branch and campaign.';
comment on column journey.marketing_spend.month is 'First day of the month it was spent in.';
comment on column journey.marketing_spend.amount is 'Spent; a refund is negative.';
comment on column journey.marketing_spend.currency is 'As the file says; null = that of the branch, else of the business.';
comment on column journey.marketing_spend.lead_source is 'As the file spells it.';
comment on column journey.marketing_spend.branch_name is 'As the file spells it; null = for all branches.';
comment on column journey.marketing_spend.campaign is 'Tells lines of one source and month apart.';
comment on column journey.marketing_spend.natural_key is 'Source, month, branch, campaign and currency in one text: the same line again is an update.';
comment on column journey.marketing_spend.batch_id is 'The import batch that created the row; null when it did not come from a file.';
comment on column journey.marketing_spend.file_id is 'The file in that batch.';
comment on column journey.marketing_spend.line is 'The line (or sheet row) in that file.';
comment on column journey.marketing_spend.last_batch_id is 'The import batch that wrote it last; undo compares with it.';
comment on column journey.marketing_spend.edited_at is 'When a person last changed it by hand; an undo keeps such rows.';

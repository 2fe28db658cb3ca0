-- Lookups: sales people, lead sources, and what each spelling in a file means.

create table journey.sales_persons (
  business_id uuid not null,
  id uuid not null,
  name text not null,
  normalized_name text not null,
  is_active boolean not null default true,
  origin text not null default 'compiled',
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint sales_persons_pkey primary key (business_id, id),
  constraint sales_persons_name_key unique (business_id, name),
  constraint sales_persons_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade,
  constraint sales_persons_origin_check check (origin in ('compiled', 'manual'))
);

create index sales_persons_normalized_name_idx on journey.sales_persons (business_id, normalized_name);

comment on table journey.sales_persons is 'Lookup: the people who sell, compiled from jobs, opportunities, leads and performance reports.';

create table journey.sales_person_spellings (
  business_id uuid not null,
  id uuid not null,
  spelling text not null,
  sales_person_id uuid not null,
  own_sales_person_id uuid not null,
  fold_id uuid,
  origin text not null default 'compiled',
  batch_id uuid,
  created_at timestamptz not null default now(),
  constraint sales_person_spellings_pkey primary key (business_id, id),
  constraint sales_person_spellings_spelling_key unique (business_id, spelling),
  constraint sales_person_spellings_sales_person_fkey foreign key (business_id, sales_person_id) references journey.sales_persons (business_id, id) on delete cascade,
  constraint sales_person_spellings_own_sales_person_fkey foreign key (business_id, own_sales_person_id) references journey.sales_persons (business_id, id) on delete cascade,
  constraint sales_person_spellings_origin_check check (origin in ('compiled', 'manual'))
);

create index sales_person_spellings_sales_person_idx on journey.sales_person_spellings (business_id, sales_person_id);
create index sales_person_spellings_own_sales_person_idx on journey.sales_person_spellings (business_id, own_sales_person_id);

comment on table journey.sales_person_spellings is 'Which sales person a spelling in a file means now, and which it meant before it was folded: the memory that next month''s file uses.';
comment on column journey.sales_person_spellings.origin is 'compiled = read from imported rows, goes when no row uses it any more; manual = a person''s decision, stays.';

create table journey.sales_person_folds (
  business_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  folded_id uuid not null,
  spelling text not null,
  method text not null,
  confidence numeric(5, 4) not null,
  evidence jsonb not null default '{}',
  made_by text not null,
  made_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  constraint sales_person_folds_pkey primary key (business_id, id),
  constraint sales_person_folds_kept_fkey foreign key (business_id, kept_id) references journey.sales_persons (business_id, id) on delete cascade,
  constraint sales_person_folds_folded_fkey foreign key (business_id, folded_id) references journey.sales_persons (business_id, id) on delete cascade
);

create index sales_person_folds_kept_idx on journey.sales_person_folds (business_id, kept_id);
create index sales_person_folds_folded_idx on journey.sales_person_folds (business_id, folded_id);

comment on table journey.sales_person_folds is 'Each time one spelling of a sales person was folded into another, and whether it was undone.';

create table journey.lead_sources (
  business_id uuid not null,
  id uuid not null,
  name text not null,
  normalized_name text not null,
  category text,
  is_active boolean not null default true,
  origin text not null default 'compiled',
  batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  edited_at timestamptz,
  constraint lead_sources_pkey primary key (business_id, id),
  constraint lead_sources_name_key unique (business_id, name),
  constraint lead_sources_business_fkey foreign key (business_id) references tenancy.businesses (id) on delete cascade,
  constraint lead_sources_origin_check check (origin in ('compiled', 'manual'))
);

create index lead_sources_normalized_name_idx on journey.lead_sources (business_id, normalized_name);
create index lead_sources_category_idx on journey.lead_sources (business_id, category);
create index lead_sources_is_active_idx on journey.lead_sources (business_id, is_active);

comment on table journey.lead_sources is 'Lookup: where leads come from, compiled from all five sources, with a category.';

create table journey.lead_source_spellings (
  business_id uuid not null,
  id uuid not null,
  spelling text not null,
  lead_source_id uuid not null,
  origin text not null default 'compiled',
  batch_id uuid,
  created_at timestamptz not null default now(),
  constraint lead_source_spellings_pkey primary key (business_id, id),
  constraint lead_source_spellings_spelling_key unique (business_id, spelling),
  constraint lead_source_spellings_lead_source_fkey foreign key (business_id, lead_source_id) references journey.lead_sources (business_id, id) on delete cascade,
  constraint lead_source_spellings_origin_check check (origin in ('compiled', 'manual'))
);

create index lead_source_spellings_lead_source_idx on journey.lead_source_spellings (business_id, lead_source_id);

comment on table journey.lead_source_spellings is 'Which lead source a text in a file means.';
comment on column journey.lead_source_spellings.origin is 'compiled = read from imported rows, goes when no row uses it any more; manual = a person''s decision, stays.';

create table journey.branch_spellings (
  business_id uuid not null,
  id uuid not null,
  spelling text not null,
  branch_id uuid not null,
  origin text not null default 'compiled',
  batch_id uuid,
  created_at timestamptz not null default now(),
  constraint branch_spellings_pkey primary key (business_id, id),
  constraint branch_spellings_spelling_key unique (business_id, spelling),
  constraint branch_spellings_branch_fkey foreign key (business_id, branch_id) references tenancy.branches (business_id, id) on delete cascade,
  constraint branch_spellings_origin_check check (origin in ('compiled', 'manual'))
);

create index branch_spellings_branch_idx on journey.branch_spellings (business_id, branch_id);

comment on table journey.branch_spellings is 'Which branch a text in a file means.';
comment on column journey.branch_spellings.origin is 'compiled = read from imported rows, goes when no row uses it any more; manual = a person''s decision, stays.';

comment on column journey.sales_persons.normalized_name is 'What different spellings have in common.';
comment on column journey.sales_persons.origin is 'compiled = made from names in rows, goes with them; manual = made or confirmed by a person, stays.';
comment on column journey.sales_persons.batch_id is 'The import batch whose rows first named it.';
comment on column journey.sales_persons.edited_at is 'When a person last changed it by hand.';
comment on column journey.lead_sources.normalized_name is 'What different spellings have in common.';
comment on column journey.lead_sources.origin is 'compiled = made from names in rows, goes with them; manual = made or confirmed by a person, stays.';
comment on column journey.lead_sources.batch_id is 'The import batch whose rows first named it.';
comment on column journey.lead_sources.edited_at is 'When a person last changed it by hand.';
comment on column journey.lead_sources.category is 'Online, Referral, Partner, Advertising or Other.';
comment on column journey.sales_person_spellings.sales_person_id is 'Who the spelling means now.';
comment on column journey.sales_person_spellings.own_sales_person_id is 'Who it meant before any fold; un-folding goes back to it.';
comment on column journey.sales_person_spellings.fold_id is 'The fold that re-pointed it; null = never folded.';
comment on column journey.sales_person_folds.kept_id is 'The person that stayed.';
comment on column journey.sales_person_folds.folded_id is 'The person whose spelling was folded in.';
comment on column journey.sales_person_folds.method is 'The rule that found it, or manual.';
comment on column journey.sales_person_folds.confidence is '0 to 1.';
comment on column journey.sales_person_folds.evidence is 'What spoke for it.';

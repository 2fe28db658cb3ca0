-- The history of integrity also holds what the checks after an import and a build found wrong.

alter table journey.integrity_check_history
  add column moment text not null default 'build',
  add column batch_id uuid,
  add column offences jsonb not null default '[]',
  alter column orphaned_user_performance drop not null,
  alter column orphaned_sales_performance drop not null,
  add constraint integrity_check_history_moment_check check (moment in ('import', 'build')),
  add constraint integrity_check_history_batch_fkey
    foreign key (business_id, batch_id) references import.batches (business_id, id) on delete cascade;

create index integrity_check_history_batch_idx on journey.integrity_check_history (business_id, batch_id) where batch_id is not null;

comment on table journey.integrity_check_history is 'What was checked after each import, and after each build with its link coverage.';
comment on column journey.integrity_check_history.moment is 'After which work it was checked: import or build. Coverage is measured by builds only.';
comment on column journey.integrity_check_history.batch_id is 'The import that was checked; empty for a build.';
comment on column journey.integrity_check_history.offences is 'Rows that do not fit together: {offence, rows, example} each; empty when all is sound.';

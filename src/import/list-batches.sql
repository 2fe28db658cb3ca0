-- Imports of a business, newest first, each with its files' accounts. $1 business, $2 how many
with listed as (
  select *
  from import.batches
  where business_id = $1
  order by number desc
  limit $2
),

accounts as (
  select
    file.batch_id,
    json_agg(
      json_build_object(
        'name', file.name, 'kind', file.kind, 'state', file.state, 'rows', file.rows,
        'created', file.created, 'updated', file.updated, 'same', file.same,
        'skipped', file.skipped, 'quarantined', file.quarantined,
        'skippedBy', file.skipped_by, 'quarantinedBy', file.quarantined_by
      ) order by file.position
    ) as files
  from import.files as file
  where file.business_id = $1
    and file.batch_id in (select listed.id from listed)
  group by file.batch_id
)

select
  listed.number as batch,
  listed.state,
  listed.purpose,
  listed.started_by as "startedBy",
  listed.started_at as "startedAt",
  listed.finished_at as "finishedAt",
  listed.undone_at as "undoneAt",
  listed.undo_report as "undoReport",
  coalesce(accounts.files, '[]') as files
from listed
left join accounts on listed.id = accounts.batch_id
order by listed.number desc

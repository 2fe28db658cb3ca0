-- Re-opens the first of the 'repeated' quarantined rows whose open twin is gone. $1 business
with orphaned as (
  select distinct on (repeated.kind, repeated.row_hash) repeated.id
  from import.quarantined_rows as repeated
  where repeated.business_id = $1
    and repeated.state = 'repeated'
    and not exists (
      select from import.quarantined_rows as twin
      where twin.business_id = $1
        and twin.kind = repeated.kind
        and twin.row_hash = repeated.row_hash
        and twin.state in ('open', 'replayed', 'dismissed')
    )
  order by repeated.kind, repeated.row_hash, repeated.created_at, repeated.id
)

update import.quarantined_rows as woken
set state = 'open'
from orphaned
where woken.business_id = $1
  and woken.id = orphaned.id

-- New branches, compiled from names in rows.
-- $1 business, $2 rows as JSON, $3 now
insert into tenancy.branches (
  business_id, id, name, normalized_name, city, state, country, currency, time_zone,
  is_active, remarks, batch_id, created_at, updated_at
)
select
  $1, fresh.id, fresh.name, fresh.normalized_name, fresh.city, fresh.state, fresh.country, fresh.currency, fresh.time_zone,
  fresh.is_active, fresh.remarks, fresh.batch_id, $3, $3
from jsonb_to_recordset($2) as fresh (
  id uuid, name text, normalized_name text, city text, state text, country char(2), currency char(3),
  time_zone text, is_active boolean, remarks text[], batch_id uuid
)
on conflict do nothing

-- A branch that a person named.
-- $1 business, $2 id, $3 name, $4 normalised name, $5 its columns as JSON, $6 now
insert into tenancy.branches (
  business_id, id, name, normalized_name, city, state, country, currency, time_zone,
  is_active, remarks, origin, created_at, updated_at
)
select
  $1, $2, $3, $4, named.city, named.state, named.country, named.currency, named.time_zone,
  named.is_active, named.remarks, 'manual', $6, $6
from jsonb_to_record($5) as named (
  city text, state text, country char(2), currency char(3), time_zone text, is_active boolean, remarks text[]
)
on conflict do nothing

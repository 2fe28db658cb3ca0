-- Columns of branches that follow from their spellings.
-- $1 business, $2 rows as JSON, $3 now
update tenancy.branches as branch
set
  city = fresh.city,
  state = fresh.state,
  country = fresh.country,
  currency = fresh.currency,
  time_zone = fresh.time_zone,
  is_active = fresh.is_active,
  remarks = fresh.remarks,
  updated_at = $3
from jsonb_to_recordset($2) as fresh (
  id uuid, city text, state text, country char(2), currency char(3), time_zone text, is_active boolean, remarks text[]
)
where branch.business_id = $1
  and branch.id = fresh.id

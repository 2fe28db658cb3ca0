-- The business's country and currency, its branches and their spellings, as one row.
-- $1 business
with
known_branches as (
  select
    jsonb_agg(
      jsonb_build_object(
        'id', branch.id,
        'name', branch.name,
        'origin', branch.origin,
        'is_edited', branch.edited_at is not null,
        'city', branch.city,
        'state', branch.state,
        'country', branch.country,
        'currency', branch.currency,
        'time_zone', branch.time_zone,
        'is_active', branch.is_active,
        'remarks', branch.remarks
      ) order by branch.created_at, branch.name
    ) as rows
  from tenancy.branches as branch
  where branch.business_id = $1
),

known_spellings as (
  select
    jsonb_agg(
      jsonb_build_object('spelling', spelling.spelling, 'branch_id', spelling.branch_id, 'origin', spelling.origin)
      order by spelling.spelling
    ) as rows
  from journey.branch_spellings as spelling
  where spelling.business_id = $1
)

select
  business.country,
  business.currency,
  coalesce(known_branches.rows, '[]') as branches,
  coalesce(known_spellings.rows, '[]') as spellings
from tenancy.businesses as business
cross join known_branches
cross join known_spellings
where business.id = $1

-- The branch a text means ($1 business, $2 text: name, spelling or id), else the nearest names.
with named as (
  select
    branch.id,
    branch.name,
    branch.id::text = lower($2)
      or lower(branch.name) = lower($2)
      or exists (
        select from journey.branch_spellings as spelling
        where spelling.business_id = $1
          and spelling.branch_id = branch.id
          and lower(spelling.spelling) = lower($2)
      ) as is_match,
    public.similarity(branch.name, $2) as likeness
  from tenancy.branches as branch
  where branch.business_id = $1
)

select
  id,
  name,
  is_match
from named
order by is_match desc, likeness desc, name
limit 5

-- Zone and currency that a person set for branches, by spelling. What follows from the name is left
-- to the caller: what a file is read as must not depend on which other file was loaded before it.
-- $1 business
select
  spelling.spelling,
  branch.time_zone as "timeZone",
  branch.currency
from journey.branch_spellings as spelling
join tenancy.branches as branch
  on spelling.business_id = branch.business_id
  and spelling.branch_id = branch.id
where spelling.business_id = $1
  and branch.edited_at is not null

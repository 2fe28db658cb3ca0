-- The zone of every branch spelling that has one. $1 business
select
  spelling.spelling,
  branch.time_zone
from journey.branch_spellings as spelling
join tenancy.branches as branch
  on spelling.business_id = branch.business_id
  and spelling.branch_id = branch.id
where spelling.business_id = $1
  and branch.time_zone is not null

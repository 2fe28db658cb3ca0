-- The first member ever made.
select
  member.id,
  member.name,
  member.email
from tenancy.members as member
order by
  member.created_at,
  member.id
limit 1

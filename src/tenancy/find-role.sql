-- A member's role in a business.
-- $1 business, $2 member
select membership.role
from tenancy.memberships as membership
where membership.business_id = $1
  and membership.member_id = $2

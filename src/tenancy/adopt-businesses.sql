-- Makes a member the owner of a business that has no member yet.
-- $1 business, $2 id of the membership, $3 member
insert into tenancy.memberships (business_id, id, member_id, role)
select
  $1::uuid,
  $2::uuid,
  $3::uuid,
  'owner'
where not exists (
  select
  from tenancy.memberships as membership
  where membership.business_id = $1::uuid
)
on conflict (business_id, member_id) do nothing

-- Makes the owner; a second start at the same moment finds the first one's.
-- $1 id, $2 e-mail, $3 name
insert into tenancy.members as member (id, email, name)
values ($1, $2, $3)
on conflict (lower(email)) do update
set name = member.name
returning
  member.id,
  member.name,
  member.email

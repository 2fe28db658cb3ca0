-- Who is signed in with this cookie, while it lasts.
-- $1 hash of the cookie's secret
select
  member.id,
  member.name,
  member.email,
  session.expires_at as "expiresAt",
  session.last_seen_at < now() - interval '5 minutes' as "isStale"
from tenancy.sessions as session
join tenancy.members as member on session.member_id = member.id
where session.token_hash = $1
  and session.expires_at > now()

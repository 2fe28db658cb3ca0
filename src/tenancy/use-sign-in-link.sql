-- Uses a link up, once and in time: two at the same moment cannot both get the row.
-- $1 hash of the token
update tenancy.sign_in_links as link
set used_at = now()
where link.token_hash = $1
  and link.used_at is null
  and link.expires_at > now()
returning link.member_id as "memberId"

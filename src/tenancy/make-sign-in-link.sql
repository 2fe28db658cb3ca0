-- A new one-time link.
-- $1 hash of the token, $2 member, $3 minutes it works
insert into tenancy.sign_in_links (token_hash, member_id, expires_at)
values ($1, $2, now() + make_interval(mins => $3))

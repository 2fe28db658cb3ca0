-- A signed-in browser.
-- $1 hash of the cookie's secret, $2 member, $3 days it lasts, $4 user agent
insert into tenancy.sessions (token_hash, member_id, expires_at, user_agent)
values ($1, $2, now() + make_interval(days => $3), $4)

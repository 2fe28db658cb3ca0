-- Last seen, written at most every five minutes.
-- $1 hash of the cookie's secret
update tenancy.sessions
set last_seen_at = now()
where token_hash = $1

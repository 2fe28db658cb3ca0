-- Signs one browser out, and forgets sessions and links that are over.
-- $1 hash of the cookie's secret
with forgotten_links as (
  delete from tenancy.sign_in_links
  where expires_at < now() - interval '30 days'
)

delete from tenancy.sessions
where token_hash = $1
  or expires_at < now()

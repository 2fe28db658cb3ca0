-- Why a link did not work.
-- $1 hash of the token
select link.used_at is not null as "isUsed"
from tenancy.sign_in_links as link
where link.token_hash = $1

-- What records say about who they are, oldest first; the rows are put in by
-- read-evidence.ts: a cursor over them takes no parameters.
select
  record.id,
  record.display_name,
  record.email_key,
  record.phone_key,
  record.street,
  record.city,
  record.state,
  record.postal_code,
  record.observed_on::text as observed_on
from :rows as record
order by record.id

-- Brings the compared records in line with those a run chose, in `found_compared`. In a run
-- over a part of the records only those of the part are looked at; write-findings.ts puts
-- that condition in.
-- $1 business
with gone as (
  delete from customers.compared_records as compared
  where compared.business_id = $1
    and :within
    and not exists (select from found_compared as found where found.record_id = compared.record_id)
)

insert into customers.compared_records (
  business_id, record_id, mailbox_hash, phone_hash, name_hash, partner_hash, zip_hash, house_hash
)
select
  $1,
  found.record_id,
  found.mailbox_hash,
  found.phone_hash,
  found.name_hash,
  found.partner_hash,
  found.zip_hash,
  found.house_hash
from found_compared as found
on conflict (business_id, record_id) do update
set
  mailbox_hash = excluded.mailbox_hash,
  phone_hash = excluded.phone_hash,
  name_hash = excluded.name_hash,
  partner_hash = excluded.partner_hash,
  zip_hash = excluded.zip_hash,
  house_hash = excluded.house_hash
where (
  compared_records.mailbox_hash, compared_records.phone_hash, compared_records.name_hash,
  compared_records.partner_hash, compared_records.zip_hash, compared_records.house_hash
) is distinct from (
  excluded.mailbox_hash, excluded.phone_hash, excluded.name_hash,
  excluded.partner_hash, excluded.zip_hash, excluded.house_hash
)

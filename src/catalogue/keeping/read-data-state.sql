-- The state the data of the business is at: the set of transactions that wrote its rows, and
-- the settings of the business.
-- $1 business
select concat_ws(
  ' ',
  (
    select concat_ws(' ', count(*), bit_xor(hashtextextended(changes.transaction_id::text, 0)))
    from tenancy.data_changes as changes
    where changes.business_id = $1
  ),
  hash_record_extended(business.*, 0)
) as "dataState"
from tenancy.businesses as business
where business.id = $1

-- The state the data of the business is at, and the answer kept for it, if there is one.
-- The state is the set of transactions that wrote its rows, and the settings of the business.
-- $1 business, $2 what was asked
with state as (
  select concat_ws(
    ' ',
    (
      select concat_ws(' ', count(*), bit_xor(hashtextextended(changes.transaction_id::text, 0)))
      from tenancy.data_changes as changes
      where changes.business_id = $1
    ),
    hash_record_extended(business.*, 0)
  ) as data_state
  from tenancy.businesses as business
  where business.id = $1
)

select state.data_state as "dataState", answers.answer
from state
left join catalogue.answers as answers
  on answers.business_id = $1
  and answers.asked = $2
  and answers.data_state = state.data_state

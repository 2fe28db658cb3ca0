/*
keys:
  - [lead_source_name, currency, month]
measures:
  spend: sum amount
*/
-- Rows of questions about marketing spend: its lines.
select
  'marketing spend' as source,
  spend.*,
  concat_ws(' ', spend.lead_source_name, spend.campaign) as reference,
  null::uuid as customer_id,
  spend.month as day,
  null::text as status
from catalogue.spend_facts as spend
where spend.business_id = :business_id
  and (:date_from is null or spend.month >= :date_from)
  and (:date_to is null or spend.month < :date_to)
  and (:branch is null or spend.branch_id = :branch)
  and (:lead_source is null or spend.lead_source_id = :lead_source)
  and (:currency is null or spend.currency = :currency)

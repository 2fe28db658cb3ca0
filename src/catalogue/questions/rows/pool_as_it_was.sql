-- Rows of questions about the lead pool as it was on the day that counts as today.
-- frame: leads
select *, coalesce(status_group = 'open', false) as is_open
from lead_rows
where day <= :as_of
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:currency is null or currency = :currency)

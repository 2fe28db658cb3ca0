/*
keys:
  - [source_name]
*/
-- Rows of lead_source_performance: leads of the pool, bad leads beside it, booked and closed jobs.
-- frame: tables
select
  table_rows.*,
  table_rows.lead_source_name as source_name,
  table_rows.source in ('lead', 'bad lead') as is_any_lead,
  table_rows.source = 'bad lead' or (table_rows.source = 'lead' and coalesce(table_rows.status = 'bad', false)) as is_bad,
  table_rows.source = 'lead' and coalesce(table_rows.status = 'lost', false) as is_lost,
  table_rows.source = 'lead' and coalesce(table_rows.status = 'closed', false) as is_closed_lead
from table_rows
where (table_rows.source = 'lead' or (table_rows.source = 'bad lead' and table_rows.lead_status_id is null) or table_rows.is_sold)
  and (:date_from is null or table_rows.day >= :date_from)
  and (:date_to is null or table_rows.day < :date_to)
  and (:branch is null or (table_rows.branch_id = :branch and table_rows.source <> 'bad lead'))
  and (:sales_person is null or table_rows.sales_person_id = :sales_person)
  and (:lead_source is null or table_rows.lead_source_id = :lead_source)
  and (:currency is null or table_rows.currency = :currency)

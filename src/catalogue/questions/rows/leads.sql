/*
keys:
  - [weekday_number, hour]
measures:
  quoted_leads: count where is_quoted
  won_leads: count where is_won
*/
-- Rows of questions about leads of the pool.
-- frame: leads
select
  *,
  received_at is not null as is_dated,
  extract(isodow from received_at at time zone :time_zone)::integer as weekday_number,
  extract(hour from received_at at time zone :time_zone)::integer as hour
from lead_rows
where (:date_from is null or day >= :date_from)
  and (:date_to is null or day < :date_to)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status_group = :status)
  and (:currency is null or currency = :currency)

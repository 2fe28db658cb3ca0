-- Rows of questions about leads, lost and bad leads, each by the day it came in.
-- frame: tables
select table_rows.*
from table_rows
left join journey.lost_leads as lost on lost.business_id = :business_id and lost.id = table_rows.id
where table_rows.source in ('lead', 'lost lead', 'bad lead')
  and (:date_from is null or coalesce((lost.date_received at time zone :time_zone)::date, case when lost.id is null then table_rows.day end) >= :date_from)
  and (:date_to is null or coalesce((lost.date_received at time zone :time_zone)::date, case when lost.id is null then table_rows.day end) < :date_to)
  and (:currency is null or table_rows.currency = :currency)

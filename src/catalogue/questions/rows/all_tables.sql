-- Rows of questions about jobs, opportunities, leads, lost and bad leads, each by its own day.
-- frame: tables
select *, is_sold or source <> 'job' as is_sold_or_no_job, source <> 'opportunity' as is_no_opportunity
from table_rows
where (:date_from is null or day >= :date_from)
  and (:date_to is null or day < :date_to)
  and (:currency is null or currency = :currency)

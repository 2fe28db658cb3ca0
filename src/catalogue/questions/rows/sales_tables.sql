-- Rows of questions about jobs, opportunities and leads, each by its own day.
-- frame: tables
select
  *,
  sales_person_id is not null as has_sales_person,
  coalesce(
    sales_person_id in (select sales_person_id from journey.user_performance where business_id = :business_id and sales_person_id is not null),
    false
  ) as is_of_caller
from table_rows
where source in ('job', 'opportunity', 'lead')
  and (:date_from is null or day >= :date_from)
  and (:date_to is null or day < :date_to)
  and (:currency is null or currency = :currency)

-- Rows of questions about sold jobs, opportunities and leads of sellers and customers, all as they stand.
-- frame: tables
select *
from table_rows
where (source in ('opportunity', 'lead') or is_sold)
  and sales_person_id is not null
  and customer_id is not null
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:customer is null or customer_id = :customer)
  and (:currency is null or currency = :currency)

-- Rows of questions about customers with their jobs, opportunities and bad leads, all as they stand.
-- frame: tables
select *
from table_rows
where source in ('job', 'opportunity', 'bad lead')
  and customer_id is not null

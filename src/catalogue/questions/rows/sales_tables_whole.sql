-- Rows of questions about sold jobs, opportunities and leads, all as they stand.
-- frame: tables
select *
from table_rows
where source in ('opportunity', 'lead') or is_sold

-- Rows of questions about quotes of leads, opportunities, lost and bad leads, all as they stand.
-- frame: tables
select *
from table_rows
where source in ('opportunity', 'lead', 'lost lead')
  or (source = 'bad lead' and lead_status_id is null)

-- Rows of module_relationship_matrix: the rows of the six tables that are counted against each other.
-- frame: tables
select source, id, reference, customer_id, day, currency, status, batch_id, file_id, line
from table_rows
union all
select 'customer', id, name, id, first_lead_date, null, null, null, null, null
from customers.customers
where business_id = :business_id
  and is_primary_record

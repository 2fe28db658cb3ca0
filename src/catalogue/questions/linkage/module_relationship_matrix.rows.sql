-- Rows of module_relationship_matrix: the rows of the five tables that are counted against each other.
-- frame: tables
select *
from table_rows

-- Lets the planner know a table of kept rows as it is now.
-- $1 the table with its schema
select platform.refresh_statistics($1::regclass)

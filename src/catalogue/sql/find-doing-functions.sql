-- Of some function names, those that may do more than read: volatile ones, and any outside pg_catalog.
-- $1 names
select distinct functions.proname as name
from pg_proc as functions
where functions.proname = any ($1::text[])
  and (functions.provolatile = 'v' or functions.pronamespace <> 'pg_catalog'::regnamespace)
order by 1

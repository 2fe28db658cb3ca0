-- Of some function names, those that may do more than work out a value from what they are given:
-- volatile ones, any outside pg_catalog, and the server's own (of which table_to_xml reads the
-- table somebody names in a text, and pg_stat_get_activity what others are asking).
-- $1 names
select distinct functions.proname as name
from pg_proc as functions
where functions.proname = any ($1::text[])
  and (
    functions.provolatile = 'v'
    or functions.pronamespace <> 'pg_catalog'::regnamespace
    or functions.proname ~ '^(pg_|has_|lo_|inet_|txid_|to_reg|current_(setting|schema|quer)|row_security|ts_stat|currtid)|_to_xml'
  )
order by 1

-- Rows of quote_number_linkage: leads, opportunities and lost leads of the quotes shown.
-- frame: tables
select *
from table_rows
where source in ('lead', 'opportunity', 'lost lead')
  and quote_number in (
    select distinct quotes.quote_number
    from table_rows as quotes
    where quotes.source in ('lead', 'opportunity', 'lost lead')
      and quotes.quote_number > coalesce(:after, '')
      and (:quote_number is null or quotes.quote_number = :quote_number)
    order by quotes.quote_number
    limit :limit
  )

-- Rows of questions about customers with their jobs, opportunities and bad leads, all as they stand. A bad
-- lead has no currency: asked for one, it counts when its customer has a job or an opportunity in it.
-- frame: tables
select *
from table_rows
where source in ('job', 'opportunity', 'bad lead')
  and customer_id is not null
  and (:customer is null or customer_id = :customer)
  and (
    :currency is null
    or (source <> 'bad lead' and currency = :currency)
    or (source = 'bad lead' and customer_id in (
      select money.customer_id from table_rows as money where money.source in ('job', 'opportunity') and money.currency = :currency
    ))
  )

-- Rows of questions about quotes of leads, opportunities, lost and bad leads, all as they stand. A quote is of
-- the customer that its lead names, else its opportunity, else its lost lead.
-- frame: tables
with quoted as (
  select
    *,
    first_value(customer_id) over (
      partition by coalesce(quote_number, id::text)
      order by customer_id is null, array_position(array['lead', 'opportunity', 'lost lead', 'bad lead'], source)
    ) as quote_customer_id
  from table_rows
  where source in ('opportunity', 'lead', 'lost lead')
    or (source = 'bad lead' and lead_status_id is null)
)

select *
from quoted
where :customer is null or quote_customer_id = :customer

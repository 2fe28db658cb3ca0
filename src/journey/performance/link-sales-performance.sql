-- Writes whom rows of journey.sales_performance belong to, how that was found and how sure it is.
-- $1 business, $2 rows as JSON
update journey.sales_performance as performance
set
  sales_person_id = fresh.sales_person_id,
  link_method = fresh.link_method,
  link_confidence = fresh.link_confidence
from jsonb_to_recordset($2) as fresh (id uuid, sales_person_id uuid, link_method text, link_confidence numeric)
where performance.business_id = $1
  and performance.id = fresh.id

-- Performance rows whose sales person a rule may decide: not linked by hand, and not edited.
-- $1 business
select
  'user_performance' as source,
  calls.id,
  calls.name,
  calls.sales_person_id,
  calls.link_method,
  calls.link_confidence::float8 as link_confidence
from journey.user_performance as calls
where calls.business_id = $1
  and (calls.sales_person_id is null or (calls.edited_at is null and calls.link_method <> 'manual'))

union all

select
  'sales_performance' as source,
  sales.id,
  sales.name,
  sales.sales_person_id,
  sales.link_method,
  sales.link_confidence::float8 as link_confidence
from journey.sales_performance as sales
where sales.business_id = $1
  and (sales.sales_person_id is null or (sales.edited_at is null and sales.link_method <> 'manual'))
order by source, name

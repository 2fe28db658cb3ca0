-- Receipt of questions about merges of customers.
select
  count(*) filter (where undone_at is null) as rows_counted,
  jsonb_build_array(jsonb_build_object('reason', 'taken back', 'rows', count(*) filter (where undone_at is not null))) as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from customers.merges
where business_id = :business_id

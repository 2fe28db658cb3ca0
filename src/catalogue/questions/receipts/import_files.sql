-- Receipt of questions about imported files.
select
  count(*) as rows_counted,
  '[]'::jsonb as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from import.files
where business_id = :business_id

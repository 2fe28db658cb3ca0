-- Receipt of questions about builds of the journey.
select
  count(*) as rows_counted,
  '[]'::jsonb as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from journey.integrity_check_history
where business_id = :business_id
  and moment = 'build'

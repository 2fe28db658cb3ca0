-- Receipt of visits_by_month: every visit counts.
select
  count(*) as rows_counted,
  '[]'::jsonb as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from surveys.visits
where business_id = :business_id

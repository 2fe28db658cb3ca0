-- Receipt of questions about spellings of names.
with spellings as (
  select id from journey.branch_spellings where business_id = :business_id
  union all
  select id from journey.sales_person_spellings where business_id = :business_id
  union all
  select id from journey.lead_source_spellings where business_id = :business_id
)

select
  count(*) as rows_counted,
  '[]'::jsonb as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from spellings

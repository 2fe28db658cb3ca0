-- Receipt of questions about quarantined rows.
select
  count(*) filter (where state <> 'undone') as rows_counted,
  jsonb_build_array(jsonb_build_object('reason', 'their import was undone', 'rows', count(*) filter (where state = 'undone'))) as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from import.quarantined_rows
where business_id = :business_id

-- Receipt of sales_person_performance: rows of the report.
with reports as (
  select
    sales_person_id is not null as is_linked,
    :sales_person is null or sales_person_id is not distinct from :sales_person as is_counted,
    count(*) as row_count
  from journey.sales_performance
  where business_id = :business_id
  group by 1, 2
)

select
  coalesce(sum(row_count) filter (where is_counted), 0)::bigint as rows_counted,
  jsonb_build_array(jsonb_build_object(
    'reason', 'another sales person',
    'rows', coalesce(sum(row_count) filter (where not is_counted), 0)
  )) as excluded,
  (
    select coalesce(array_agg(businesses.currency::text), '{}')
    from tenancy.businesses as businesses
    where businesses.id = :business_id
      and exists (select from reports where reports.is_counted)
  ) as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'sales performance → sales person',
    'linked', coalesce(sum(row_count) filter (where is_counted and is_linked), 0),
    'total', coalesce(sum(row_count) filter (where is_counted), 0)
  )) as link_coverage
from reports

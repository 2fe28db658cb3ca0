-- Receipt of module_relationship_matrix: rows of the six tables.
with counts as (
  select
    (select count(*) from customers.customers where business_id = :business_id and is_primary_record)
      + (select count(*) from journey.lead_status where business_id = :business_id)
      + (select count(*) from journey.lost_leads where business_id = :business_id)
      + (select count(*) from journey.bad_leads where business_id = :business_id)
      + (select count(*) from journey.booked_opportunities where business_id = :business_id)
      + (select count(*) from journey.jobs where business_id = :business_id and not is_duplicate) as counted,
    (select count(*) from customers.customers where business_id = :business_id and not is_primary_record) as merged,
    (select count(*) from journey.jobs where business_id = :business_id and is_duplicate) as duplicates
)

select
  counted as rows_counted,
  jsonb_build_array(
    jsonb_build_object('reason', 'customer merged into another', 'rows', merged),
    jsonb_build_object('reason', 'job marked as duplicate', 'rows', duplicates)
  ) as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from counts

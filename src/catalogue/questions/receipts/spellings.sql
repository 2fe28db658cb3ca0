-- Receipt of questions about spellings of names.
with named as (
  select branch_id as name_id, count(*) as row_count from journey.branch_spellings where business_id = :business_id group by 1
  union all
  select sales_person_id, count(*) from journey.sales_person_spellings where business_id = :business_id group by 1
  union all
  select lead_source_id, count(*) from journey.lead_source_spellings where business_id = :business_id group by 1
),

outcomes as (
  select
    case
      when false then ''
      -- only has_variants: when row_count = 1 then 'the only spelling of its name'
    end as reason,
    sum(row_count)::bigint as row_count
  from named
  group by 1
),

excluded as (
  select reason, row_count
  from outcomes
  where reason is not null
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count) order by reason) from excluded), '[]') as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from outcomes

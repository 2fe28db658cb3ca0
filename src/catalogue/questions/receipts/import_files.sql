-- Receipt of questions about imported files.
with outcomes as (
  select
    case
      when false then ''
      -- only is_loaded: when state <> 'loaded' then 'not loaded, or its import was undone'
    end as reason,
    count(*) as row_count
  from import.files
  where business_id = :business_id
  group by 1
),

excluded as (
  select reason, sum(row_count)::bigint as row_count
  from outcomes
  where reason is not null
  group by 1
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count) order by reason) from excluded), '[]') as excluded,
  '{}'::text[] as currencies,
  '[]'::jsonb as link_coverage
from outcomes

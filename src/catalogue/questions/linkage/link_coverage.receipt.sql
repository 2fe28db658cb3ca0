-- Receipt of link_coverage: rows of the seven tables whose links are looked at.
-- kept: jobs
with tables as (
  select branch_id, false as is_duplicate, count(*) as row_count
  from catalogue.lead_facts where business_id = :business_id group by 1
  union all
  select branch_id, false, count(*)
  from catalogue.opportunity_facts where business_id = :business_id group by 1
  union all
  select branch_id, is_duplicate, count(*)
  from journey.jobs where business_id = :business_id group by 1, 2
  union all
  select branch_id, false, count(*) from catalogue.lost_lead_facts where business_id = :business_id group by 1
  union all
  select null, false, count(*) from catalogue.bad_lead_facts where business_id = :business_id
  union all
  select null, false, count(*) from journey.sales_performance where business_id = :business_id
  union all
  select null, false, count(*) from journey.user_performance where business_id = :business_id
),

outcomes as (
  select
    coalesce(branches.currency, businesses.currency) as currency,
    case
      when tables.is_duplicate then 1
      when :currency is not null and coalesce(branches.currency, businesses.currency) <> :currency then 2
      else 0
    end as reason,
    sum(tables.row_count)::bigint as row_count
  from tables
  join tenancy.businesses as businesses on businesses.id = :business_id
  left join tenancy.branches as branches
    on branches.business_id = :business_id
    and branches.id = tables.branch_id
  where tables.row_count > 0
  group by 1, 2
)

select
  coalesce(sum(row_count) filter (where reason = 0), 0)::bigint as rows_counted,
  jsonb_build_array(
    jsonb_build_object('reason', 'marked as duplicate', 'rows', coalesce(sum(row_count) filter (where reason = 1), 0)),
    jsonb_build_object('reason', 'another currency', 'rows', coalesce(sum(row_count) filter (where reason = 2), 0))
  ) as excluded,
  coalesce(array_agg(distinct currency::text) filter (where reason = 0), '{}') as currencies,
  '[]'::jsonb as link_coverage
from outcomes

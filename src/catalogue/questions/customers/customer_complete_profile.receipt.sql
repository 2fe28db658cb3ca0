-- Receipt of customer_complete_profile: rows of the five tables that name one of the customers shown.
-- Every row has exactly one outcome: counted (no reason), or the first reason that fits.
-- Each table is counted by customer before they are stacked.
with journey_rows (customer_id, is_duplicate, row_count) as (
  select customer_id, is_duplicate, count(*) from journey.jobs where business_id = :business_id group by 1, 2
  union all
  select customer_id, false, count(*) from journey.lead_status where business_id = :business_id group by 1
  union all
  select customer_id, false, count(*) from journey.lost_leads where business_id = :business_id group by 1
  union all
  select customer_id, false, count(*) from journey.bad_leads where business_id = :business_id group by 1
  union all
  select customer_id, false, count(*) from journey.booked_opportunities where business_id = :business_id group by 1
),

chosen as materialized (
  select customers.id
  from customers.customers as customers
  where customers.business_id = :business_id
    and customers.is_primary_record
    and (:customer is null or customers.id = :customer)
    and exists (
      select from journey.jobs where business_id = :business_id and customer_id = customers.id
      union all select from journey.lead_status where business_id = :business_id and customer_id = customers.id
      union all select from journey.lost_leads where business_id = :business_id and customer_id = customers.id
      union all select from journey.bad_leads where business_id = :business_id and customer_id = customers.id
      union all select from journey.booked_opportunities where business_id = :business_id and customer_id = customers.id
    )
  order by lower(customers.name), customers.id
  limit :limit
),

outcomes as (
  select
    case
      when journey_rows.customer_id is null then 'names no customer'
      when chosen.id is null then 'customer not asked for, or beyond the limit'
      when journey_rows.is_duplicate then 'job marked as duplicate'
    end as reason,
    sum(journey_rows.row_count)::bigint as row_count
  from journey_rows
  left join chosen on chosen.id = journey_rows.customer_id
  group by 1
),

excluded as (
  select reason, row_count
  from outcomes
  where reason is not null
),

money as (
  select distinct coalesce(branches.currency, businesses.currency)::text as currency
  from chosen
  join tenancy.businesses as businesses on businesses.id = :business_id
  cross join lateral (
    select branch_id from journey.jobs where business_id = :business_id and customer_id = chosen.id and opportunity_status in ('BOOKED', 'CLOSED')
    union all
    select branch_id from journey.booked_opportunities where business_id = :business_id and customer_id = chosen.id
  ) as sales
  left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = sales.branch_id
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count) order by reason) from excluded), '[]') as excluded,
  (select coalesce(array_agg(currency order by currency), '{}') from money) as currencies,
  '[]'::jsonb as link_coverage
from outcomes

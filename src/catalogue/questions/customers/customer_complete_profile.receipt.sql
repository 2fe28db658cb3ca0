-- Receipt of customer_complete_profile: rows are customers.
with people as (
  select
    count(*) filter (where is_primary_record) as present,
    count(*) filter (where not is_primary_record) as merged
  from customers.customers
  where business_id = :business_id
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

counted as (
  select count(*) as row_count from chosen
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
  counted.row_count as rows_counted,
  jsonb_build_array(
    jsonb_build_object('reason', 'merged into another customer', 'rows', people.merged),
    jsonb_build_object('reason', 'not asked for, beyond the limit, or without any row', 'rows', people.present - counted.row_count)
  ) as excluded,
  (select coalesce(array_agg(currency order by currency), '{}') from money) as currencies,
  '[]'::jsonb as link_coverage
from people, counted

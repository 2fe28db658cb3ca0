-- Performance rows whose sales person went say nothing any more of how they were linked.
-- $1 business
with
calls as (
  update journey.user_performance as performance
  set link_method = null, link_confidence = null
  where performance.business_id = $1
    and performance.sales_person_id is null
    and performance.link_method is not null
  returning 1
),

sales as (
  update journey.sales_performance as performance
  set link_method = null, link_confidence = null
  where performance.business_id = $1
    and performance.sales_person_id is null
    and performance.link_method is not null
  returning 1
)

select (select count(*) from calls) + (select count(*) from sales) as rows

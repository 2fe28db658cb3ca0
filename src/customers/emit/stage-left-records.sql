-- What is left of the customers that lost records, and whether it has to be looked at again.
-- The one record left of a customer it founded is that customer still: it only lends it its
-- values. Short names, merges, households and decisions may have rested on what went.
-- $1 business
create temp table left_records on commit drop as
with
counted as (
  select
    record.id,
    record.customer_id,
    record.first_key is null or record.last_key is null or length(record.first_key) = 1 as is_short,
    count(*) over (partition by record.customer_id) as records
  from lost_customers as lost
  join customers.records as record
    on record.business_id = $1
    and record.customer_id = lost.id
),

bound as (
  select redirect.customer_id from customers.redirects as redirect where redirect.business_id = $1
  union
  select member.customer_id from customers.household_members as member where member.business_id = $1
),

decided as (
  select decision.record_a as id from customers.decisions as decision where decision.business_id = $1
  union
  select decision.record_b from customers.decisions as decision where decision.business_id = $1
)

select
  counted.id,
  counted.customer_id,
  (
    counted.records > 1
    or counted.is_short
    or customer.founding_record_id is distinct from counted.id
    or not customer.is_primary_record
    or counted.customer_id in (select bound.customer_id from bound)
    or counted.id in (select decided.id from decided)
    or counted.customer_id in (select parted.customer_id from parted_records as parted)
  ) as is_open
from counted
left join customers.customers as customer
  on customer.business_id = $1
  and customer.id = counted.customer_id

-- Customers that lost records and of whom it has to be found out again who is left. Records left of
-- a customer that one of them founded, of one full name and bound by a value all of them share,
-- are that customer still, and only lend it its values. Short names, merges, households and
-- decisions may have rested on what went.
-- $1 business
create temp table open_customers on commit drop as
with
settled as (
  select left_record.customer_id
  from left_records as left_record
  group by left_record.customer_id
  having not bool_or(left_record.is_short)
    and min(left_record.person) = max(left_record.person)
    and (
      count(*) = 1
      or (count(left_record.email) = count(*) and min(left_record.email) = max(left_record.email))
      or (count(left_record.phone) = count(*) and min(left_record.phone) = max(left_record.phone))
      or (count(left_record.quote_number) = count(*) and min(left_record.quote_number) = max(left_record.quote_number))
    )
),

present as (
  select distinct left_record.customer_id as id from left_records as left_record
)

select present.id
from present
where not exists (select from settled where settled.customer_id = present.id)
union
select present.id
from present
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = present.id
where not customer.is_primary_record
  or not exists (select from left_records as left_record where left_record.id = customer.founding_record_id and left_record.customer_id = customer.id)
union
select redirect.customer_id from customers.redirects as redirect where redirect.business_id = $1
union
select member.customer_id from customers.household_members as member where member.business_id = $1
union
select parted.customer_id from parted_records as parted
union
select left_record.customer_id
from customers.decisions as decision
join left_records as left_record on left_record.id in (decision.record_a, decision.record_b)
where decision.business_id = $1

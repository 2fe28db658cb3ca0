-- Customers that lost records and of whom it has to be found out again who is left. The one
-- record left of a customer it founded is that customer still, and only lends it its values.
-- Short names, merges, households and decisions may have rested on what went.
-- $1 business
create temp table open_customers on commit drop as
select left_record.customer_id as id
from left_records as left_record
group by left_record.customer_id
having count(*) > 1 or bool_or(left_record.is_short)
union
select left_record.customer_id
from left_records as left_record
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = left_record.customer_id
where not customer.is_primary_record
  or customer.founding_record_id is distinct from left_record.id
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

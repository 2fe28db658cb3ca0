-- Decisions of people are out of force without their records: who they kept apart or together is
-- looked at again.
-- $1 business
create temp table parted_records on commit drop as
select
  gone.customer_id,
  decision.record_b as other_id
from gone_records as gone
join customers.decisions as decision
  on decision.business_id = $1
  and decision.record_a = gone.id
union
select
  gone.customer_id,
  decision.record_a
from gone_records as gone
join customers.decisions as decision
  on decision.business_id = $1
  and decision.record_b = gone.id

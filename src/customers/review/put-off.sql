-- Moves the questions about two customers to the end of the queue, or back to their place.
-- $1 business, $2 and $3 the customers, $4 the state they get: later or open
update customers.proposals as proposal
set state = $4
from customers.records as a, customers.records as b
where proposal.business_id = $1
  and a.business_id = $1
  and a.id = proposal.record_a
  and b.business_id = $1
  and b.id = proposal.record_b
  and proposal.state in ('open', 'later')
  and (
    (a.customer_id = $2 and b.customer_id = $3)
    or (a.customer_id = $3 and b.customer_id = $2)
  )

-- The proposals that stand. Which of them concern a run is put in by load-proposals.ts. $1 business
select
  proposal.record_a,
  proposal.record_b,
  proposal.probability,
  proposal.state,
  proposal.reasons
from customers.proposals as proposal
where proposal.business_id = $1
  and :within

-- Brings the proposals in line with those of a run, in `found_proposals`. One that a person put
-- off stays put off; one whose pair is found again keeps its date. In a run over a part of the
-- records only proposals about the part are looked at; resolve-customers.ts puts that condition in.
-- $1 business, $2 run, $3 now
with gone as (
  delete from customers.proposals as proposal
  where proposal.business_id = $1
    and :within
    and not exists (
      select
      from found_proposals as found
      where found.record_a = proposal.record_a
        and found.record_b = proposal.record_b
    )
  returning proposal.record_a
),

written as (
  insert into customers.proposals (business_id, record_a, record_b, probability, state, reasons, run_id, found_at)
  select
    $1,
    found.record_a,
    found.record_b,
    found.probability,
    found.state,
    found.reasons,
    $2,
    $3
  from found_proposals as found
  on conflict (business_id, record_a, record_b) do update
  set
    probability = excluded.probability,
    state = case when proposals.state = 'later' and excluded.state = 'open' then 'later' else excluded.state end,
    reasons = excluded.reasons
  where (proposals.probability, proposals.reasons) is distinct from (excluded.probability, excluded.reasons)
    or (proposals.state <> excluded.state and not (proposals.state = 'later' and excluded.state = 'open'))
  returning proposals.record_a
)

select (select count(*) from gone) + (select count(*) from written) as changed

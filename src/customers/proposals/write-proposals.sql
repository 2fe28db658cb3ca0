-- Brings the proposals in line with those of a run, in `found_proposals`. One that a person put
-- off stays put off, also when its rows were away meanwhile; one whose pair is found again keeps its date. In a run over a part of the
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

-- From the pairs found to what was put off: from there to the records read every record of the business, 50 ms of one arrival.
put_off as (
  select
    found.record_a,
    found.record_b,
    parked.id as parked_id
  from found_proposals as found
  join customers.records as first
    on first.business_id = $1
    and first.id = found.record_a
  join customers.records as second
    on second.business_id = $1
    and second.id = found.record_b
  join customers.parked_questions as parked
    on parked.business_id = $1
    and (
      (parked.source_a = first.source and parked.key_a = first.source_key and parked.source_b = second.source and parked.key_b = second.source_key)
      or (parked.source_a = second.source and parked.key_a = second.source_key and parked.source_b = first.source and parked.key_b = first.source_key)
    )
),

come_back as (
  delete from customers.parked_questions as parked
  using put_off, found_proposals as found
  where parked.business_id = $1
    and parked.id = put_off.parked_id
    and found.record_a = put_off.record_a
    and found.record_b = put_off.record_b
),

written as (
  insert into customers.proposals (business_id, record_a, record_b, probability, state, reasons, run_id, found_at)
  select
    $1,
    found.record_a,
    found.record_b,
    found.probability,
    case
      when found.state = 'open'
        and exists (select from put_off where put_off.record_a = found.record_a and put_off.record_b = found.record_b)
        then 'later'
      else found.state
    end,
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

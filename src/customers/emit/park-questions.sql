-- Keeps questions that a person put off apart from their records, which are about to go and take them along.
-- $1 business
with put_off as (
  select proposal.record_a, proposal.record_b
  from gone_records as gone
  join customers.proposals as proposal
    on proposal.business_id = $1
    and proposal.record_a = gone.id
  where proposal.state = 'later'
  union
  select proposal.record_a, proposal.record_b
  from gone_records as gone
  join customers.proposals as proposal
    on proposal.business_id = $1
    and proposal.record_b = gone.id
  where proposal.state = 'later'
)

insert into customers.parked_questions (business_id, id, source_a, key_a, source_b, key_b)
select $1, platform.uuid_v7(), first.source, first.source_key, second.source, second.source_key
from put_off
join customers.records as first
  on first.business_id = $1
  and first.id = put_off.record_a
join customers.records as second
  on second.business_id = $1
  and second.id = put_off.record_b
where first.source_key is not null
  and second.source_key is not null
on conflict (business_id, source_a, key_a, source_b, key_b) do nothing

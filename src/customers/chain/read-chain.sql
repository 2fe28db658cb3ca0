-- From a record along its evidence to the founding record of its customer.
-- $1 business, $2 record id
with recursive chain as (
  select record.id, record.source, record.source_key, record.observed_on, link.method, link.confidence, link.evidence, 0 as step
  from customers.records as record
  join customers.links as link
    on link.business_id = $1
    and link.record_id = record.id
    and link.superseded_at is null
  where record.business_id = $1
    and record.id = $2
  union all
  select record.id, record.source, record.source_key, record.observed_on, link.method, link.confidence, link.evidence, chain.step + 1
  from chain
  join customers.records as record
    on record.business_id = $1
    and record.id::text = chain.evidence ->> 'with'
  join customers.links as link
    on link.business_id = $1
    and link.record_id = record.id
    and link.superseded_at is null
  where chain.step < 200
)

select chain.id, chain.source, chain.source_key as key, chain.observed_on as "observedOn", chain.method, chain.confidence, chain.evidence
from chain
order by chain.step

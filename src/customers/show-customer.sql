-- One customer whole: golden values, records with why each belongs, merges, household.
-- $1 business, $2 customer id
with ledger as (
  select
    record.source,
    record.source_id,
    record.source_key,
    record.name,
    record.email,
    record.phone,
    record.quote_number,
    record.observed_on,
    link.method,
    link.confidence,
    link.evidence,
    link.decided_by,
    link.decided_at,
    other.source as with_source,
    other.source_key as with_key,
    other.observed_on as with_day
  from customers.records as record
  join customers.links as link
    on link.business_id = $1
    and link.record_id = record.id
    and link.superseded_at is null
  left join customers.records as other
    on other.business_id = $1
    and other.id::text = link.evidence ->> 'with'
  where record.business_id = $1
    and record.customer_id = $2
)

select
  customer.id,
  customer.name,
  customer.first_name as "firstName",
  customer.last_name as "lastName",
  customer.email,
  customer.phone,
  customer.first_lead_date as "firstLeadDate",
  customer.conversion_date as "conversionDate",
  coalesce((
    select json_agg(json_build_object(
      'source', ledger.source, 'sourceId', ledger.source_id, 'key', ledger.source_key, 'name', ledger.name,
      'email', ledger.email, 'phone', ledger.phone, 'quoteNumber', ledger.quote_number, 'observedOn', ledger.observed_on,
      'method', ledger.method, 'confidence', ledger.confidence, 'evidence', ledger.evidence,
      'decidedBy', ledger.decided_by, 'decidedAt', ledger.decided_at,
      'with', case when ledger.with_source is null then null else json_build_object('source', ledger.with_source, 'key', ledger.with_key, 'observedOn', ledger.with_day) end
    ) order by ledger.observed_on nulls last, ledger.source, ledger.source_key)
    from ledger
  ), '[]') as records,
  coalesce((
    select json_agg(json_build_object(
      'mergedCustomerId', history.merged_customer_id, 'method', history.method, 'confidence', history.confidence,
      'timestamp', history."timestamp", 'mergedBy', history.merged_by
    ) order by history."timestamp")
    from customers.merge_history as history
    where history.business_id = $1
      and history.customer_id = $2
  ), '[]') as "mergeHistory",
  coalesce((
    select json_agg(distinct jsonb_build_object('id', person.id, 'name', person.name, 'shares', household.value_kind, 'value', household.value))
    from customers.household_members as mine
    join customers.households as household
      on household.business_id = $1
      and household.id = mine.household_id
    join customers.household_members as theirs
      on theirs.business_id = $1
      and theirs.household_id = household.id
      and theirs.customer_id <> $2
    join customers.customers as person
      on person.business_id = $1
      and person.id = theirs.customer_id
    where mine.business_id = $1
      and mine.customer_id = $2
  ), '[]') as household
from customers.customers as customer
where customer.business_id = $1
  and customer.id = $2

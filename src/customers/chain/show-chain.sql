-- The records of one customer with the link that holds each, the record it hangs on, and the import, file and line it was
-- read from. The rows' own tables are put in by show-chain.ts. $1 business, $2 customer
with
details as (
  select
    detail.source,
    detail.source_id,
    detail.file_id,
    detail.line
  from :details as detail
)

select
  record.id as "recordId",
  record.source,
  record.source_id as "sourceId",
  record.source_key as key,
  record.name,
  record.email,
  record.phone,
  record.observed_on as "observedOn",
  record.id = customer.founding_record_id as "isFounder",
  link.method,
  link.confidence::float8 as confidence,
  link.evidence,
  link.decided_by as "decidedBy",
  link.decided_at as "decidedAt",
  other.id as "hangsOnId",
  other.source as "hangsOnSource",
  other.source_key as "hangsOnKey",
  other.observed_on as "hangsOnDay",
  batch.number as "importNumber",
  file.name as "fileName",
  details.line
from customers.customers as customer
join customers.records as record
  on record.business_id = $1
  and record.customer_id = customer.id
join customers.links as link
  on link.business_id = $1
  and link.record_id = record.id
  and link.superseded_at is null
left join customers.records as other
  on other.business_id = $1
  and other.id::text = link.evidence ->> 'with'
left join details
  on details.source = record.source
  and details.source_id = record.source_id
left join import.files as file
  on file.business_id = $1
  and file.id = details.file_id
left join import.batches as batch
  on batch.business_id = $1
  and batch.id = file.batch_id
where customer.business_id = $1
  and customer.id = $2
order by record.observed_on nulls last, record.source, record.source_key, record.id

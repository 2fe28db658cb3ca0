-- What became of records that came: their customer, whether it was made for them, whom they may be besides
-- (a question that waits for a person), and the customers that became part of theirs since they came.
-- $1 business, $2 records, $3 since when
with asked as (
  select
    record.id,
    array_agg(distinct other.customer_id) as customers
  from customers.records as record
  join lateral (
    select proposal.record_b as id
    from customers.proposals as proposal
    where proposal.business_id = $1
      and proposal.record_a = record.id
      and proposal.state <> 'joined'
    union all
    select proposal.record_a
    from customers.proposals as proposal
    where proposal.business_id = $1
      and proposal.record_b = record.id
      and proposal.state <> 'joined'
  ) as pair on true
  join customers.records as other
    on other.business_id = $1
    and other.id = pair.id
    and other.customer_id is distinct from record.customer_id
  where record.business_id = $1
    and record.id = any ($2::uuid[])
  group by record.id
),

merged as (
  select
    merge.kept_customer_id,
    array_agg(merge.merged_customer_id order by merge.id) as customers
  from customers.records as record
  join customers.merges as merge
    on merge.business_id = $1
    and merge.kept_customer_id = record.customer_id
    and merge.undone_at is null
    and merge.merged_at >= $3
  where record.business_id = $1
    and record.id = any ($2::uuid[])
  group by merge.kept_customer_id
)

select
  record.id as "recordId",
  record.source_id as "sourceId",
  record.customer_id as "customerId",
  customer.name,
  coalesce(customer.created_at >= $3, false) as "isNew",
  coalesce(asked.customers, '{}') as "mayBe",
  coalesce(merged.customers, '{}') as merged
from customers.records as record
left join customers.customers as customer
  on customer.business_id = $1
  and customer.id = record.customer_id
left join asked on asked.id = record.id
left join merged on merged.kept_customer_id = record.customer_id
where record.business_id = $1
  and record.id = any ($2::uuid[])

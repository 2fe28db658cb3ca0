-- Every time another customer became part of this one, standing or undone, and every time this one was part of another.
-- $1 business, $2 customer
with
standing as (
  select redirect.merge_id
  from customers.redirects as redirect
  where redirect.business_id = $1
    and redirect.customer_id = $2
),

meant as (
  select merge.*
  from customers.merges as merge
  where merge.business_id = $1
    and (
      merge.kept_customer_id = $2
      or merge.merged_customer_id = $2
      or merge.id in (select standing.merge_id from standing)
    )
)

select
  meant.merged_customer_id = $2 as "wasPart",
  other.id as "otherId",
  other.name as "otherName",
  meant.method,
  meant.confidence::float8 as confidence,
  meant.evidence,
  meant.merged_by as by,
  meant.merged_at as at,
  meant.undone_by as "undoneBy",
  meant.undone_at as "undoneAt",
  meant.run_id as run,
  meant.id in (select standing.merge_id from standing) as stands,
  coalesce((
    select cardinality(change.record_ids)
    from customers.changes as change
    where change.business_id = $1
      and change.event = 'customer.merged'
      and change.customer_id = meant.kept_customer_id
      and change.other_customer_id = meant.merged_customer_id
      and change.run_id = meant.run_id
    limit 1
  ), 0) as records,
  source.source as "withSource",
  source.source_key as "withKey",
  source.observed_on as "withDay"
from meant
join customers.customers as other
  on other.business_id = $1
  and other.id = case when meant.merged_customer_id = $2 then meant.kept_customer_id else meant.merged_customer_id end
left join customers.records as source
  on source.business_id = $1
  and source.id::text = meant.evidence ->> 'with'
order by meant.merged_at desc, meant.id desc

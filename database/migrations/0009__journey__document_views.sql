-- The two tables that live further left, under the documents' names.

create view journey.branches with (security_invoker = true) as
select * from tenancy.branches;

comment on view journey.branches is 'The documents'' branches; the table is tenancy.branches.';

create view journey.customers with (security_invoker = true) as
with merged as (
  select
    merge.business_id,
    merge.customer_id,
    array_agg(merge.merged_customer_id order by merge."timestamp") as merged_from_ids,
    jsonb_agg(
      jsonb_build_object(
        'method', merge.method,
        'confidence', merge.confidence,
        'timestamp', merge."timestamp",
        'merged_by', merge.merged_by,
        'merged_customer_id', merge.merged_customer_id
      ) order by merge."timestamp"
    ) as merge_history
  from customers.merge_history as merge
  group by merge.business_id, merge.customer_id
)

select
  customer.*,
  coalesce(merged.merged_from_ids, '{}') as merged_from_ids,
  merged.merge_history
from customers.customers as customer
left join merged
  on customer.business_id = merged.business_id
  and customer.id = merged.customer_id;

comment on view journey.customers is 'The documents'' customers: customers.customers with merged_from_ids and merge_history read from the ledger.';

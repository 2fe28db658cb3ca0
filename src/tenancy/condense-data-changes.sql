-- One row instead of the many that imports leave behind. The new state is one that never was:
-- no earlier transaction has this one's number. Tables that few transactions wrote keep their state.
-- $1 business
with condensed as (
  insert into tenancy.data_changes (business_id, transaction_id)
  values ($1, pg_current_xact_id())
  on conflict (business_id, transaction_id) do nothing
),

crowded as (
  select relation
  from tenancy.table_changes
  where business_id = $1
  group by 1
  having count(*) > 100
),

condensed_tables as (
  insert into tenancy.table_changes (business_id, relation, transaction_id)
  select $1, relation, pg_current_xact_id()
  from crowded
  on conflict (business_id, relation, transaction_id) do nothing
),

shortened as (
  delete from tenancy.table_changes as changes
  using crowded
  where changes.business_id = $1
    and changes.relation = crowded.relation
    and changes.transaction_id <> pg_current_xact_id()
)

delete from tenancy.data_changes as changes
where changes.business_id = $1
  and changes.transaction_id <> pg_current_xact_id()

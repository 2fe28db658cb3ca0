-- One row instead of the many that imports leave behind. The new state is one that never was:
-- no earlier transaction has this one's number.
-- $1 business
with condensed as (
  insert into tenancy.data_changes (business_id, transaction_id)
  values ($1, pg_current_xact_id())
  on conflict (business_id, transaction_id) do nothing
)

delete from tenancy.data_changes as changes
where changes.business_id = $1
  and changes.transaction_id <> pg_current_xact_id()

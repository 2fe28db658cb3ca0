-- Customers that lost records, or won or lost some by a run, in this transaction.
create temp table if not exists touched_customers (
  id uuid not null
) on commit drop

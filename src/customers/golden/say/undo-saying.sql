-- Takes back the rules and values said under a run; which customers it is about now.
-- $1 business, $2 run, $3 who, $4 now
with
rules as (
  update customers.golden_rules
  set undone_by = $3, undone_at = $4
  where business_id = $1
    and run_id::text = $2
    and undone_at is null
  returning id
),

said as (
  update customers.hand_values
  set undone_by = $3, undone_at = $4
  where business_id = $1
    and run_id::text = $2
    and undone_at is null
  returning customer_id
)

select
  (select count(*)::integer from rules) as rules,
  coalesce((
    select array_agg(coalesce(redirect.customer_id, said.customer_id))
    from said
    left join customers.redirects as redirect
      on redirect.business_id = $1
      and redirect.id = said.customer_id
  ), '{}') as customers

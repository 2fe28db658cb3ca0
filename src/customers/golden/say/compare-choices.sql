-- For whom another value is chosen than before, and the first of them.
with
changed as (
  select
    after.customer_id,
    before.told as before,
    after.told as after
  from golden_after as after
  join golden_before as before on before.customer_id = after.customer_id
  where after.told is distinct from before.told
),

examples as (
  select
    changed.customer_id,
    changed.before,
    changed.after
  from changed
  order by changed.customer_id
  limit 5
)

select
  (select count(*)::integer from changed) as changed,
  coalesce(
    (select json_agg(json_build_object('customer', examples.customer_id, 'before', examples.before, 'after', examples.after)) from examples),
    '[]'
  ) as examples

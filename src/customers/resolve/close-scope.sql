-- Everything that a chain leads to from the records in `scope_records`: a value they share (unless it is
-- generic and not being rechecked), a customer they are linked to, what a person said of two, a
-- proposal that joins them, a likely pair, since a change of one may join or part the others.
-- $1 business, $2 how many at most
with recursive
reached as (
  select scope.id
  from scope_records as scope
  union
  select step.id
  from reached
  join customers.records as record
    on record.business_id = $1
    and record.id = reached.id
  cross join lateral (
    select holder.id
    from customers.records as holder
    where holder.business_id = $1
      and holder.email_key = record.email_key
      and not exists (
        select
        from customers.generic_values as generic
        where generic.business_id = $1
          and generic.value_kind = 'email'
          and generic.value = record.email_key
          and not exists (select from rechecked_values as rechecked where rechecked.value_kind = 'email' and rechecked.value = record.email_key)
      )
    union all
    select holder.id
    from customers.records as holder
    where holder.business_id = $1
      and holder.phone_key = record.phone_key
      and not exists (
        select
        from customers.generic_values as generic
        where generic.business_id = $1
          and generic.value_kind = 'phone'
          and generic.value = record.phone_key
          and not exists (select from rechecked_values as rechecked where rechecked.value_kind = 'phone' and rechecked.value = record.phone_key)
      )
    union all
    select holder.id
    from customers.records as holder
    where holder.business_id = $1
      and holder.quote_number = record.quote_number
      and not exists (
        select
        from customers.generic_values as generic
        where generic.business_id = $1
          and generic.value_kind = 'quote_number'
          and generic.value = record.quote_number
          and not exists (
            select from rechecked_values as rechecked where rechecked.value_kind = 'quote_number' and rechecked.value = record.quote_number
          )
      )
    union all
    select link.record_id
    from customers.links as link
    where link.business_id = $1
      and link.customer_id = record.customer_id
      and link.superseded_by is null
    union all
    select decision.record_b
    from customers.decisions as decision
    where decision.business_id = $1
      and decision.record_a = record.id
      and decision.revoked_at is null
    union all
    select decision.record_a
    from customers.decisions as decision
    where decision.business_id = $1
      and decision.record_b = record.id
      and decision.revoked_at is null
    union all
    select pair.record_b
    from customers.proposals as pair
    where pair.business_id = $1
      and pair.record_a = record.id
      and pair.state = 'joined'
    union all
    select pair.record_a
    from customers.proposals as pair
    where pair.business_id = $1
      and pair.record_b = record.id
      and pair.state = 'joined'
    union all
    select pair.record_b
    from customers.likely_pairs as pair
    where pair.business_id = $1
      and pair.record_a = record.id
    union all
    select pair.record_a
    from customers.likely_pairs as pair
    where pair.business_id = $1
      and pair.record_b = record.id
  ) as step
)

select reached.id
from reached
limit $2

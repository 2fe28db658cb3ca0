-- Generic values that a new or changed record holds: all their holders come into scope.
-- $1 business
insert into rechecked_values (value_kind, value)
select
  generic.value_kind,
  generic.value
from customers.generic_values as generic
where generic.business_id = $1
  and generic.reason = 'many_people'
  and exists (
    select
    from scope_records as scope
    join customers.records as record
      on record.business_id = $1
      and record.id = scope.id
    where generic.value = case generic.value_kind
        when 'email' then record.email_key
        when 'phone' then record.phone_key
        else record.quote_number
      end
  )

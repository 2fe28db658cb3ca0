-- Values found generic once that say something again. The condition is put in by write-generic.ts:
-- a run that looked at a part of the records judges only the values it looked at whole.
-- $1 business
delete from customers.generic_values as generic
where generic.business_id = $1
  and generic.reason = 'many_people'
  and :rechecked
  and not exists (
    select
    from planned_generic as planned
    join customers.records as record
      on record.business_id = $1
      and record.id = planned.record_id
    where planned.value_kind = generic.value_kind
      and generic.value = case planned.value_kind when 'email' then record.email_key when 'phone' then record.phone_key else record.quote_number end
  )

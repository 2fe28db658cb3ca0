-- Where a run over a part begins: the records that are new or changed; the generic values they hold;
-- and the holders of the values that bind their customers into a household, which is drawn anew when one of
-- them no longer holds its value. Which records are opened
-- besides those it is written down of is put in by choose-scope.ts.
-- $1 business
with
opened as materialized (
  select
    record.id,
    record.customer_id,
    record.email_key,
    record.phone_key,
    record.quote_number
  from customers.records as record
  where record.business_id = $1
    and record.needs_resolving
  union
  select
    record.id,
    record.customer_id,
    record.email_key,
    record.phone_key,
    record.quote_number
  from :reopened as reopened
  join customers.records as record
    on record.business_id = $1
    and record.id = reopened.id
),

held_values as (
  select 'email' as value_kind, opened.email_key as value from opened where opened.email_key is not null
  union
  select 'phone', opened.phone_key from opened where opened.phone_key is not null
  union
  select 'quote_number', opened.quote_number from opened where opened.quote_number is not null
),

bound_values as materialized (
  select
    household.value_kind,
    household.value
  from (select distinct opened.customer_id from opened where opened.customer_id is not null) as touched
  join customers.household_members as member
    on member.business_id = $1
    and member.customer_id = touched.customer_id
  join customers.households as household
    on household.business_id = $1
    and household.id = member.household_id
)

select
  'opened' as what,
  opened.id::text as value
from opened
union all
select
  'bound',
  holder.id::text
from bound_values
join customers.records as holder
  on holder.business_id = $1
  and holder.email_key = bound_values.value
where bound_values.value_kind = 'email'
union all
select
  'bound',
  holder.id::text
from bound_values
join customers.records as holder
  on holder.business_id = $1
  and holder.phone_key = bound_values.value
where bound_values.value_kind = 'phone'
union all
select
  generic.value_kind,
  generic.value
from held_values
join customers.generic_values as generic
  on generic.business_id = $1
  and generic.value_kind = held_values.value_kind
  and generic.value = held_values.value
where generic.reason = 'many_people'

-- The records whose values stand for a customer of whom nothing has to be found out, as the
-- resolver picks them (pick-golden.ts): the most complete name, then the newest; the newest
-- e-mail and phone that are not generic, else the newest.
create temp table golden_picks on commit drop as
with
settled as materialized (
  select left_record.*
  from left_records as left_record
  where not exists (select from open_customers as customer where customer.id = left_record.customer_id)
),

naming as (
  select distinct on (settled.customer_id)
    settled.customer_id,
    settled.id
  from settled
  order by settled.customer_id, settled.name_weight desc, settled.observed_on desc nulls last, settled.id desc
),

mailing as (
  select distinct on (settled.customer_id)
    settled.customer_id,
    settled.id
  from settled
  where settled.has_email
  order by settled.customer_id, settled.email is null, settled.observed_on desc nulls last, settled.id desc
),

calling as (
  select distinct on (settled.customer_id)
    settled.customer_id,
    settled.id
  from settled
  where settled.has_phone
  order by settled.customer_id, settled.phone is null, settled.observed_on desc nulls last, settled.id desc
)

select
  naming.customer_id,
  false as is_new,
  naming.id as name_record_id,
  mailing.id as email_record_id,
  calling.id as phone_record_id
from naming
left join mailing on mailing.customer_id = naming.customer_id
left join calling on calling.customer_id = naming.customer_id

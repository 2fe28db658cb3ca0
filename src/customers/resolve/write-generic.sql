-- Values that more than five people hold.
-- $1 business, $2 now
insert into customers.generic_values as generic (
  business_id, id, value_kind, value, people, records, reason, created_at
)
select
  $1,
  platform.uuid_v7(),
  planned.value_kind,
  case planned.value_kind when 'email' then record.email_key when 'phone' then record.phone_key else record.quote_number end,
  planned.people,
  planned.records,
  'many_people',
  $2
from planned_generic as planned
join customers.records as record
  on record.business_id = $1
  and record.id = planned.record_id
on conflict (business_id, value_kind, value) do update set
  people = excluded.people,
  records = excluded.records
where (generic.people, generic.records) is distinct from (excluded.people, excluded.records)

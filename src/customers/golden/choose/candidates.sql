-- Every value that a record of the wanted customers has, per choice, with what the rules look at.
-- What only the source's own rows know comes from `details`; customers and details are put in by
-- compose-choice.ts. $1 business
with
details as (
  select
    detail.source,
    detail.source_id,
    detail.destination_address,
    detail.destination_city,
    detail.destination_state,
    detail.destination_zip
  from :details as detail
),

member as (
  select
    record.id as record_id,
    record.customer_id,
    record.source,
    record.source_id,
    record.source_key,
    record.observed_on,
    record.display_name,
    record.name_key,
    record.first_key,
    record.last_key,
    record.suffix,
    record.email_key,
    record.phone_key,
    record.street,
    record.city,
    record.state,
    record.postal_code
  from customers.records as record
  where record.business_id = $1
    and record.customer_id in (:customers)
),

-- How full a name is as in load-roster.sql: first and last name, then words, then letters.
names as (
  select
    member.record_id,
    'name' as choice,
    array[
      member.display_name,
      split_part(member.display_name, ' ', 1),
      nullif(
        regexp_replace(
          substr(member.display_name, length(split_part(member.display_name, ' ', 1)) + 2),
          case when member.suffix is null then '^$' else '\s*\S+$' end,
          ''
        ),
        ''
      )
    ] as parts,
    (case when length(member.first_key) > 1 and member.last_key is not null then 1 << 20 else 0 end)
    + least(cardinality(string_to_array(member.name_key, ' ')), 15) * (1 << 16)
    + least(length(member.name_key), 65535) as fullness,
    false as is_generic
  from member
  where member.first_key is not null
),

contacts as (
  select
    member.record_id,
    contact.choice,
    array[contact.value] as parts,
    0 as fullness,
    generic.id is not null as is_generic
  from member
  cross join lateral (values ('email', member.email_key), ('phone', member.phone_key)) as contact (choice, value)
  left join customers.generic_values as generic
    on generic.business_id = $1
    and generic.value_kind = contact.choice
    and generic.value = contact.value
  where contact.value is not null
),

places as (
  select
    member.record_id,
    place.choice,
    place.parts,
    num_nonnulls(place.parts[1], place.parts[2], place.parts[3], place.parts[4]) as fullness,
    false as is_generic
  from member
  left join details
    on details.source = member.source
    and details.source_id = member.source_id
  cross join lateral (
    values
    ('origin', array[member.street, member.city, member.state, member.postal_code]),
    ('destination', array[details.destination_address, details.destination_city, details.destination_state, details.destination_zip])
  ) as place (choice, parts)
  where num_nonnulls(place.parts[1], place.parts[2], place.parts[3], place.parts[4]) > 0
)

select
  member.customer_id,
  valued.choice,
  valued.parts,
  case when valued.choice = 'name' then valued.parts[1] else array_to_string(valued.parts, ', ') end as told,
  case when valued.choice = 'name' then member.name_key else lower(array_to_string(valued.parts, '|', '')) end as same_as,
  valued.fullness,
  valued.is_generic,
  member.record_id,
  member.source,
  member.source_id,
  member.source_key,
  member.observed_on
from member
join (
  select * from names
  union all
  select * from contacts
  union all
  select * from places
) as valued on valued.record_id = member.record_id

-- Links each bad lead that has no lead yet to a lead of the same person: one with the same
-- e-mail first, then one with the same phone, then any; among several the one received first.
-- A link that is there is never overwritten. The same value under another person's name is no
-- link: customers.records has told people apart who share a phone.
-- $1 business
with
unlinked as (
  select
    bad.id,
    record.customer_id,
    record.email_key,
    record.phone_key
  from journey.bad_leads as bad
  join customers.records as record
    on record.business_id = $1
    and record.source = 'journey.bad_leads'
    and record.source_id = bad.id
  where bad.business_id = $1
    and bad.lead_status_id is null
    and record.customer_id is not null
),

-- A customer's leads of the pool, under the customer that the records say now.
candidates as (
  select
    unlinked.id,
    unlinked.email_key,
    unlinked.phone_key,
    lead.id as lead_status_id,
    lead.quote_number,
    lead.received_at
  from unlinked
  join journey.lead_status as lead
    on lead.business_id = $1
    and lead.customer_id = unlinked.customer_id
),

-- What the rows under a lead's quote number say about its e-mails and phones.
contacts as (
  select
    record.quote_number,
    array_agg(record.email_key) filter (where record.email_key is not null) as email_keys,
    array_agg(record.phone_key) filter (where record.phone_key is not null) as phone_keys
  from customers.records as record
  where record.business_id = $1
    and record.quote_number in (select candidates.quote_number from candidates)
  group by record.quote_number
),

chosen as (
  select distinct on (candidates.id)
    candidates.id,
    candidates.lead_status_id,
    case
      when candidates.email_key = any (contacts.email_keys) then 'email'
      when candidates.phone_key = any (contacts.phone_keys) then 'phone'
      else 'customer'
    end as pass
  from candidates
  left join contacts on contacts.quote_number = candidates.quote_number
  order by
    candidates.id,
    coalesce(candidates.email_key = any (contacts.email_keys), false) desc,
    coalesce(candidates.phone_key = any (contacts.phone_keys), false) desc,
    candidates.received_at nulls last,
    candidates.quote_number
),

linked as (
  update journey.bad_leads as bad
  set lead_status_id = chosen.lead_status_id
  from chosen
  where bad.business_id = $1
    and bad.id = chosen.id
  returning chosen.pass
)

select
  count(*) filter (where linked.pass = 'email') as email,
  count(*) filter (where linked.pass = 'phone') as phone,
  count(*) filter (where linked.pass = 'customer') as customer
from linked

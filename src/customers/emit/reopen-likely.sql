-- Records that were likely one person with one that goes, and those of its customer under its
-- name that may stand for it now when evidence is weighed.
-- $1 business
insert into reopened_records (id)
select pair.record_b
from gone_records as gone
join customers.likely_pairs as pair
  on pair.business_id = $1
  and pair.record_a = gone.id
where not exists (select from gone_records as other where other.id = pair.record_b)
union
select pair.record_a
from gone_records as gone
join customers.likely_pairs as pair
  on pair.business_id = $1
  and pair.record_b = gone.id
where not exists (select from gone_records as other where other.id = pair.record_a)
union
select heir.id
from gone_records as gone
join customers.compared_records as compared
  on compared.business_id = $1
  and compared.record_id = gone.id
join customers.records as record
  on record.business_id = $1
  and record.id = gone.id
join customers.records as heir
  on heir.business_id = $1
  and heir.customer_id = gone.customer_id
  and heir.first_key is not distinct from record.first_key
  and heir.last_key is not distinct from record.last_key
  and heir.suffix is not distinct from record.suffix
where not exists (select from gone_records as other where other.id = heir.id)
  and not exists (
    select
    from customers.compared_records as standing
    where standing.business_id = $1
      and standing.record_id = heir.id
  )

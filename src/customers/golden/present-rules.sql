-- What a business said about how it chooses, the newest per field that was not taken back.
-- $1 business
select distinct on (said.field)
  said.field,
  said.rule,
  said.sources,
  said.decided_by as "decidedBy",
  said.decided_at as "decidedAt"
from customers.golden_rules as said
where said.business_id = $1
  and said.undone_at is null
order by said.field, said.decided_at desc, said.id desc

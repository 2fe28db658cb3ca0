-- Holders of a value that fewer records hold than when it was found generic: it may say
-- something again, so they are looked at anew. The column is put in by choose-scope.ts.
-- $1 business, $2 kind of value
with shrunk as materialized (
  select generic.value
  from customers.generic_values as generic
  where generic.business_id = $1
    and generic.value_kind = $2
    and generic.reason = 'many_people'
    and generic.records > (
      select count(*)
      from customers.records as holder
      where holder.business_id = $1
        and holder.:key = generic.value
    )
)

update customers.records as record
set needs_resolving = true
from shrunk
where record.business_id = $1
  and record.:key = shrunk.value
  and not record.needs_resolving

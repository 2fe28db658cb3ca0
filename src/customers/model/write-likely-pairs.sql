-- Brings the likely pairs in line with those of a run, in `found_pairs`. In a run over a part
-- of the records only pairs of the part are looked at; write-findings.ts puts that
-- condition in.
-- $1 business
with gone as (
  delete from customers.likely_pairs as pair
  where pair.business_id = $1
    and :within
    and not exists (
      select
      from found_pairs as found
      where found.record_a = pair.record_a
        and found.record_b = pair.record_b
    )
)

insert into customers.likely_pairs (business_id, record_a, record_b, probability)
select
  $1,
  found.record_a,
  found.record_b,
  found.probability
from found_pairs as found
on conflict (business_id, record_a, record_b) do update
set probability = excluded.probability
where likely_pairs.probability <> excluded.probability

-- For each table of kept rows: the state that the tables it is copied from are at, and whether it is at that state.
-- $1 business, $2 and $3 pairs of a table of kept rows and a table it is copied from
with sources as (
  select pairs.kept, pairs.relation
  from unnest($2::text[], $3::text[]) as pairs (kept, relation)
),

written as (
  select changes.relation, count(*) as transactions, bit_xor(hashtextextended(changes.transaction_id::text, 0)) as mark
  from tenancy.table_changes as changes
  where changes.business_id = $1
    and changes.relation in (select relation from sources)
  group by 1
),

present as (
  select sources.kept, string_agg(concat_ws(' ', written.transactions, written.mark), ', ' order by sources.relation) as state
  from sources
  left join written on written.relation = sources.relation
  group by 1
)

select present.kept as "table", present.state, coalesce(states.data_state = present.state, false) as "isCurrent"
from present
left join catalogue.kept_states as states on states.business_id = $1 and states.relation = present.kept

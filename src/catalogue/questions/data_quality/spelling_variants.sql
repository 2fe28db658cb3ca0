/*
id: spelling_variants
question: How many spellings hide behind each branch, sales person and source?
theme: data_quality
grain: one row per name
definition: >-
  Names that more than one spelling of the reports was folded into.
dateBasis: none (all rows as they stand)
receipt: spellings
rows: {only: [has_variants]}
chart: {type: bar, x: name, y: [spellings], series: kind}
parameters: [limit]
columns:
  - {name: kind, type: text, meaning: "branch, sales person or lead source"}
  - {name: name, type: text, meaning: "What they were folded into"}
  - {name: spellings, type: integer, meaning: "Different spellings"}
  - {name: by_hand, type: integer, meaning: "Of these mapped by a person"}
  - {name: examples, type: json, meaning: "The first five, in the order of the alphabet"}
*/
with spellings as (
  select 'branch' as kind, branches.name, spellings.spelling, spellings.origin
  from journey.branch_spellings as spellings
  join tenancy.branches as branches on branches.business_id = :business_id and branches.id = spellings.branch_id
  where spellings.business_id = :business_id
  union all
  select 'sales person', people.name, spellings.spelling, spellings.origin
  from journey.sales_person_spellings as spellings
  join journey.sales_persons as people on people.business_id = :business_id and people.id = spellings.sales_person_id
  where spellings.business_id = :business_id
  union all
  select 'lead source', sources.name, spellings.spelling, spellings.origin
  from journey.lead_source_spellings as spellings
  join journey.lead_sources as sources on sources.business_id = :business_id and sources.id = spellings.lead_source_id
  where spellings.business_id = :business_id
)

select
  kind,
  name,
  count(*) as spellings,
  count(*) filter (where origin = 'manual') as by_hand,
  to_jsonb((array_agg(spelling order by spelling))[1:5]) as examples
from spellings
group by 1, 2
having count(*) > 1
order by spellings desc, kind, name
limit :limit

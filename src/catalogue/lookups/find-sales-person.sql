-- The sales person a text means ($1 business, $2 text: name, spelling or id), else the nearest names.
with named as (
  select
    person.id,
    person.name,
    person.id::text = lower($2)
      or lower(person.name) = lower($2)
      or exists (
        select from journey.sales_person_spellings as spelling
        where spelling.business_id = $1
          and spelling.sales_person_id = person.id
          and lower(spelling.spelling) = lower($2)
      ) as is_match,
    public.similarity(person.name, $2) as likeness
  from journey.sales_persons as person
  where person.business_id = $1
)

select
  id,
  name,
  is_match
from named
order by is_match desc, likeness desc, name
limit 5

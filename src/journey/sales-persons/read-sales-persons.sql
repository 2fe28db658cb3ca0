-- All sales people, the texts that are known to mean one, and the folds that stand, as one row.
-- $1 business
with
known_persons as (
  select
    jsonb_agg(
      jsonb_build_object(
        'id', person.id,
        'name', person.name,
        'normalized_name', person.normalized_name,
        'origin', person.origin
      ) order by person.created_at, person.name
    ) as rows
  from journey.sales_persons as person
  where person.business_id = $1
),

known_spellings as (
  select
    jsonb_agg(
      jsonb_build_object(
        'spelling', spelling.spelling,
        'sales_person_id', spelling.sales_person_id,
        'own_sales_person_id', spelling.own_sales_person_id,
        'fold_id', spelling.fold_id,
        'origin', spelling.origin
      ) order by spelling.spelling
    ) as rows
  from journey.sales_person_spellings as spelling
  where spelling.business_id = $1
),

known_folds as (
  select
    jsonb_agg(
      jsonb_build_object(
        'id', fold.id,
        'kept_id', fold.kept_id,
        'folded_id', fold.folded_id,
        'spelling', fold.spelling,
        'method', fold.method,
        'is_undone', fold.undone_at is not null,
        'undone_by', fold.undone_by
      ) order by fold.made_at, fold.id
    ) as rows
  from journey.sales_person_folds as fold
  where fold.business_id = $1
)

select
  coalesce(known_persons.rows, '[]') as persons,
  coalesce(known_spellings.rows, '[]') as spellings,
  coalesce(known_folds.rows, '[]') as folds
from known_persons
cross join known_spellings
cross join known_folds

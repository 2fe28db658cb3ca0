-- The account of a file that took rows over: created or changed now, which were changed or the same before.
-- $1 business, $2 file
with counted as (
  select
    count(*) filter (where is_creation) as created,
    count(*) filter (where not is_creation and change_id is null and covered <> '{}') as promoted,
    count(*) filter (where is_creation and change_id is null) as created_of_same,
    count(*) filter (where is_creation and change_id is not null) as created_of_updated
  from passed
)

update import.files as file
set
  created = file.created + counted.created,
  updated = file.updated + counted.promoted - counted.created_of_updated,
  same = file.same - counted.promoted - counted.created_of_same
from counted
where file.business_id = $1
  and file.id = $2

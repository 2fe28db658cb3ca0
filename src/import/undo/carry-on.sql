-- What a file did not take over is carried on to the next.
-- $1 batch, $2 when the file was loaded
update carried
set
  data = passed.rest,
  is_creation = false,
  is_inherited = carried.is_inherited or passed.is_creation or passed.change_id is not null or passed.covered <> '{}',
  tail = case
    when passed.is_creation or passed.covered <> '{}' or passed.change_id is not null
      then carried.tail || jsonb_build_object('last_batch_id', $1::uuid, 'updated_at', $2::timestamptz)
    else carried.tail
  end
from passed
where carried.row_id = passed.row_id

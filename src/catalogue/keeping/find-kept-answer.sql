-- The answer kept for what was asked at this state of the data.
-- $1 business, $2 what was asked, $3 the state
select answers.answer
from catalogue.answers as answers
where answers.business_id = $1
  and answers.asked = $2
  and answers.data_state = $3

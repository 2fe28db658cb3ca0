-- Tables of kept rows that are at this state of the data.
-- $1 business, $2 the state
select states.relation
from catalogue.kept_states as states
where states.business_id = $1
  and states.data_state = $2

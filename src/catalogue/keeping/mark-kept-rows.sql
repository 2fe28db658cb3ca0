-- Notes at which state of the data a table of kept rows is.
-- $1 business, $2 table, $3 state
insert into catalogue.kept_states (business_id, relation, data_state)
values ($1, $2, $3)
on conflict (business_id, relation) do update
set
  data_state = excluded.data_state,
  kept_at = excluded.kept_at

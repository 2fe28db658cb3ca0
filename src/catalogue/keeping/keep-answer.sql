-- Keeps an answer. Another process that kept the same one at the same time was as right.
-- $1 business, $2 id, $3 question, $4 what was asked, $5 state of the data, $6 answer
insert into catalogue.answers (business_id, id, question, asked, data_state, answer, kept_at)
values ($1, $2, $3, $4, $5, $6, now())
on conflict (business_id, asked) do nothing

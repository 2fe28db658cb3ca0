-- Answers of an earlier state of the data, and beyond the newest 400.
-- $1 business, $2 the present state
delete from catalogue.answers as answers
where answers.business_id = $1
  and (
    answers.data_state <> $2
    or answers.id in (
      select kept.id
      from catalogue.answers as kept
      where kept.business_id = $1
      order by kept.id desc
      offset 400
    )
  )

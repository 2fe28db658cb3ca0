-- Sales people who were compiled from rows, whom no person edited, nothing names any more and
-- no decision (a fold by hand, a fold taken back) speaks of. A link that a rule made to them
-- from a performance report is no use: the report's row becomes an orphan again.
-- $1 business
delete from journey.sales_persons as person
where person.business_id = $1
  and person.origin = 'compiled'
  and person.edited_at is null
  and not exists (
    select
    from journey.sales_person_spellings as spelling
    where spelling.business_id = $1
      and person.id in (spelling.sales_person_id, spelling.own_sales_person_id)
  )
  and not exists (
    select
    from journey.sales_person_folds as fold
    where fold.business_id = $1
      and person.id in (fold.kept_id, fold.folded_id)
      and (fold.method = 'manual' or fold.undone_at is not null)
  )
  and not exists (select from journey.jobs as job where job.business_id = $1 and job.sales_person_id = person.id)
  and not exists (select from journey.booked_opportunities as opportunity where opportunity.business_id = $1 and opportunity.sales_person_id = person.id)
  and not exists (select from journey.lead_status as lead where lead.business_id = $1 and lead.sales_person_id = person.id)

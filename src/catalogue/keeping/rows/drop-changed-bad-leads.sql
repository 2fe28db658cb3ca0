-- Drops kept rows of journey.bad_leads that have changed or are no more.
-- $1 business
delete from catalogue.kept_bad_leads as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.bad_leads as bad
    where bad.business_id = $1
      and bad.id = kept.id
      and bad.xmin = kept.version
  )

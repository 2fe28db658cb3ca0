-- Drops kept rows of journey.lost_leads that have changed or are no more.
-- $1 business
delete from catalogue.kept_lost_leads as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.lost_leads as lost
    where lost.business_id = $1
      and lost.id = kept.id
      and lost.xmin = kept.version
  )

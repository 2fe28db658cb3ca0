-- Drops kept rows of journey.booked_opportunities that have changed or are no more.
-- $1 business
delete from catalogue.kept_opportunities as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.booked_opportunities as opportunities
    where opportunities.business_id = $1
      and opportunities.id = kept.id
      and opportunities.xmin = kept.version
  )

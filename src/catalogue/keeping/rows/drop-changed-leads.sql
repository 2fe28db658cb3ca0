-- Drops kept rows of journey.lead_status that have changed or are no more.
-- $1 business
delete from catalogue.kept_leads as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.lead_status as leads
    where leads.business_id = $1
      and leads.id = kept.id
      and leads.xmin = kept.version
  )

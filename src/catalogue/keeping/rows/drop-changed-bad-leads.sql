-- Drops kept rows of journey.bad_leads that have changed or whose lead has, or that are no more.
-- $1 business
delete from catalogue.kept_bad_leads as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.bad_leads as bad
    left join journey.lead_status as leads on leads.business_id = $1 and leads.id = bad.lead_status_id
    where bad.business_id = $1
      and bad.id = kept.id
      and bad.xmin = kept.version
      and leads.xmin is not distinct from kept.lead_version
  )

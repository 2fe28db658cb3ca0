-- Drops kept rows of journey.lost_leads that have changed, whose lead has or whose currency is another now, or that are no more.
-- $1 business
delete from catalogue.kept_lost_leads as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.lost_leads as lost
    left join journey.lead_status as leads on leads.business_id = $1 and leads.quote_number = lost.quote_number
    join tenancy.businesses as businesses on businesses.id = $1
    left join tenancy.branches as branches on branches.business_id = $1 and branches.id = leads.branch_id
    where lost.business_id = $1
      and lost.id = kept.id
      and lost.xmin = kept.version
      and leads.xmin is not distinct from kept.lead_version
      and coalesce(branches.currency, businesses.currency)::text = kept.currency
  )

-- Drops kept rows of journey.lead_status that have changed, have another currency now, or are no more.
-- $1 business
delete from catalogue.kept_leads as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.lead_status as leads
    join tenancy.businesses as businesses on businesses.id = $1
    left join tenancy.branches as branches on branches.business_id = $1 and branches.id = leads.branch_id
    where leads.business_id = $1
      and leads.id = kept.id
      and leads.xmin = kept.version
      and coalesce(branches.currency, businesses.currency)::text = kept.currency
  )

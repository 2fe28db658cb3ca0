-- Drops kept rows of journey.booked_opportunities that have changed, have another currency now, or are no more.
-- $1 business
delete from catalogue.kept_opportunities as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.booked_opportunities as opportunities
    join tenancy.businesses as businesses on businesses.id = $1
    left join tenancy.branches as branches on branches.business_id = $1 and branches.id = opportunities.branch_id
    where opportunities.business_id = $1
      and opportunities.id = kept.id
      and opportunities.xmin = kept.version
      and coalesce(branches.currency, businesses.currency)::text = kept.currency
  )

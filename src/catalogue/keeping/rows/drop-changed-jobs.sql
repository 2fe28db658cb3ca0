-- Drops kept rows of journey.jobs that have changed, have another currency now, or are no more.
-- $1 business
delete from catalogue.kept_jobs as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.jobs as jobs
    join tenancy.businesses as businesses on businesses.id = $1
    left join tenancy.branches as branches on branches.business_id = $1 and branches.id = jobs.branch_id
    where jobs.business_id = $1
      and jobs.id = kept.id
      and jobs.xmin = kept.version
      and coalesce(branches.currency, businesses.currency)::text = kept.currency
  )

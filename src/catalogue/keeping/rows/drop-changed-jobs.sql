-- Drops kept rows of journey.jobs that have changed or are no more.
-- $1 business
delete from catalogue.kept_jobs as kept
where kept.business_id = $1
  and not exists (
    select
    from journey.jobs as jobs
    where jobs.business_id = $1
      and jobs.id = kept.id
      and jobs.xmin = kept.version
  )

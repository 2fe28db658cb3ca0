-- Names that parameters take. $1 business
select
  array(
    select branches.name
    from tenancy.branches as branches
    where branches.business_id = $1
    order by branches.name
    limit 500
  ) as branch,
  array(
    select people.name
    from journey.sales_persons as people
    where people.business_id = $1
    order by people.name
    limit 500
  ) as sales_person,
  array(
    select sources.name
    from journey.lead_sources as sources
    where sources.business_id = $1
    order by sources.name
    limit 500
  ) as lead_source

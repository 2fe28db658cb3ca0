-- Receipt of questions about jobs that stand quoted.
-- frame: jobs
select
  jobs.branch_id,
  case
    when jobs.is_duplicate then 10
    when jobs.opportunity_status is distinct from 'QUOTED' then 23
    when :branch is not null and jobs.branch_id is distinct from :branch then 50
    when :sales_person is not null and jobs.sales_person_id is distinct from :sales_person then 60
    when :lead_source is not null and not coalesce(
      trim(jobs.referral_source) in (select spelling from journey.lead_source_spellings where business_id = :business_id and lead_source_id = :lead_source),
      false
    ) then 61
    when :status is not null and jobs.opportunity_status is distinct from :status then 62
  end as reason,
  count(*) as row_count,
  count(jobs.customer_id) as linked_count
from journey.jobs as jobs
where jobs.business_id = :business_id
group by 1, 2

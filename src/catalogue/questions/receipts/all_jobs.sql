-- Receipt of questions about all jobs, duplicates among them.
-- frame: jobs
select
  jobs.branch_id,
  case
    -- only is_duplicate: when not jobs.is_duplicate then 11
    when jobs.job_date is null and (:date_from is not null or :date_to is not null) then 30
    when jobs.job_date < :date_from or jobs.job_date >= :date_to then 40
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

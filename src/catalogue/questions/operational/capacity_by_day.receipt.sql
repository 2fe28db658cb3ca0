-- Receipt of capacity_by_day: booked and closed jobs of the days ahead.
-- frame: jobs
select
  jobs.branch_id,
  case
    when jobs.is_duplicate then 10
    when jobs.opportunity_status is null or jobs.opportunity_status not in ('BOOKED', 'CLOSED') then 20
    when jobs.job_date is null then 30
    when jobs.job_date < :as_of then 41
    when jobs.job_date >= :as_of + :days then 46
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

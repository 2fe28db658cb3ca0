-- Receipt of questions about jobs that stand quoted or booked.
-- frame: jobs
select
  jobs.branch_id,
  case
    when jobs.is_duplicate then 10
    when jobs.opportunity_status is null or jobs.opportunity_status not in ('QUOTED', 'BOOKED') then 21
    when :branch is not null and jobs.branch_id is distinct from :branch then 50
    when :sales_person is not null and jobs.sales_person_id is distinct from :sales_person then 60
  end as reason,
  count(*) as row_count,
  count(jobs.customer_id) as linked_count
from journey.jobs as jobs
where jobs.business_id = :business_id
group by 1, 2

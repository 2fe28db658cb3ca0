-- Receipt of household_value: booked and closed jobs of people who share a phone or an e-mail, each once.
-- frame: jobs
select
  jobs.branch_id,
  case
    when jobs.is_duplicate then 10
    when jobs.opportunity_status is null or jobs.opportunity_status not in ('BOOKED', 'CLOSED') then 20
    when jobs.customer_id is null then 99
    when jobs.customer_id not in (select customer_id from customers.household_members where business_id = :business_id) then 90
  end as reason,
  count(*) as row_count,
  count(jobs.customer_id) as linked_count
from journey.jobs as jobs
where jobs.business_id = :business_id
group by 1, 2

-- Receipt of sales_person_ramp: booked and closed jobs of the first months of each sales person.
-- frame: jobs
with starts as (
  select sales_person_id, date_trunc('month', min(job_date)::timestamp)::date as first_month
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and sales_person_id is not null
  group by 1
)

select
  jobs.branch_id,
  case
    when jobs.is_duplicate then 10
    when jobs.opportunity_status is null or jobs.opportunity_status not in ('BOOKED', 'CLOSED') then 20
    when jobs.job_date is null then 30
    when jobs.sales_person_id is null then 82
    when jobs.job_date >= starts.first_month + make_interval(months => :months) then 47
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
left join starts on starts.sales_person_id = jobs.sales_person_id
where jobs.business_id = :business_id
group by 1, 2

-- Points jobs, opportunities and leads at the sales person that their text means. Rows that a
-- person edited keep theirs unless it is empty or among those that a fold just moved.
-- $1 business, $2 ids of people whom a fold just made or unmade
with
jobs as (
  update journey.jobs as job
  set sales_person_id = spelling.sales_person_id
  from journey.sales_person_spellings as spelling
  where job.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = job.sales_person_name
    and job.sales_person_id is distinct from spelling.sales_person_id
    and (job.edited_at is null or job.sales_person_id is null or job.sales_person_id = any ($2))
  returning 1
),

booked_opportunities as (
  update journey.booked_opportunities as opportunity
  set sales_person_id = spelling.sales_person_id
  from journey.sales_person_spellings as spelling
  where opportunity.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = opportunity.sales_person
    and opportunity.sales_person_id is distinct from spelling.sales_person_id
    and (opportunity.edited_at is null or opportunity.sales_person_id is null or opportunity.sales_person_id = any ($2))
  returning 1
),

lead_status as (
  update journey.lead_status as lead
  set sales_person_id = spelling.sales_person_id
  from journey.sales_person_spellings as spelling
  where lead.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = lead.sales_person
    and lead.sales_person_id is distinct from spelling.sales_person_id
    and (lead.edited_at is null or lead.sales_person_id is null or lead.sales_person_id = any ($2))
  returning 1
)

select
  (select count(*) from jobs) as jobs,
  (select count(*) from booked_opportunities) as "bookedOpportunities",
  (select count(*) from lead_status) as "leadStatus"

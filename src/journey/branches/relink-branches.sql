-- Points jobs, opportunities, leads and marketing spend at the branch that their text means. A branch that a
-- person set on a row by hand stays.
-- $1 business
with
jobs as (
  update journey.jobs as job
  set branch_id = spelling.branch_id
  from journey.branch_spellings as spelling
  where job.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = job.branch_name
    and job.branch_id is distinct from spelling.branch_id
    and (job.edited_at is null or job.branch_id is null)
  returning 1
),

booked_opportunities as (
  update journey.booked_opportunities as opportunity
  set branch_id = spelling.branch_id
  from journey.branch_spellings as spelling
  where opportunity.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = opportunity.branch_name
    and opportunity.branch_id is distinct from spelling.branch_id
    and (opportunity.edited_at is null or opportunity.branch_id is null)
  returning 1
),

lead_status as (
  update journey.lead_status as lead
  set branch_id = spelling.branch_id
  from journey.branch_spellings as spelling
  where lead.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = lead.branch_name
    and lead.branch_id is distinct from spelling.branch_id
    and (lead.edited_at is null or lead.branch_id is null)
  returning 1
),

marketing_spend as (
  update journey.marketing_spend as spend
  set branch_id = spelling.branch_id
  from journey.branch_spellings as spelling
  where spend.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = spend.branch_name
    and spend.branch_id is distinct from spelling.branch_id
    and (spend.edited_at is null or spend.branch_id is null)
  returning 1
)

select
  (select count(*) from jobs) as jobs,
  (select count(*) from booked_opportunities) as "bookedOpportunities",
  (select count(*) from lead_status) as "leadStatus",
  (select count(*) from marketing_spend) as "marketingSpend"

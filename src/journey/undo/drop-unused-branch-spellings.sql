-- Spellings of branches that rules read from rows and that no row uses any more. Those a person mapped stay.
-- $1 business
with texts as (
  select distinct job.branch_name as spelling from journey.jobs as job where job.business_id = $1
  union all
  select distinct opportunity.branch_name from journey.booked_opportunities as opportunity where opportunity.business_id = $1
  union all
  select distinct lead.branch_name from journey.lead_status as lead where lead.business_id = $1
  union all
  select distinct spend.branch_name from journey.marketing_spend as spend where spend.business_id = $1
)

delete from journey.branch_spellings as spelling
where spelling.business_id = $1
  and spelling.origin = 'compiled'
  and not exists (select from texts where texts.spelling = spelling.spelling)

-- Branches that were compiled from rows, that no person edited and nothing names any more.
-- $1 business
delete from tenancy.branches as branch
where branch.business_id = $1
  and branch.origin = 'compiled'
  and branch.edited_at is null
  and not exists (select from journey.branch_spellings as spelling where spelling.business_id = $1 and spelling.branch_id = branch.id)
  and not exists (select from journey.jobs as job where job.business_id = $1 and job.branch_id = branch.id)
  and not exists (select from journey.booked_opportunities as opportunity where opportunity.business_id = $1 and opportunity.branch_id = branch.id)
  and not exists (select from journey.lead_status as lead where lead.business_id = $1 and lead.branch_id = branch.id)
  and not exists (select from journey.marketing_spend as spend where spend.business_id = $1 and spend.branch_id = branch.id)

-- Spellings of lead sources that rules read from rows and that no row uses any more. Those a person mapped stay.
-- $1 business
with texts as (
  select distinct job.referral_source as spelling from journey.jobs as job where job.business_id = $1
  union all
  select distinct opportunity.referral_source from journey.booked_opportunities as opportunity where opportunity.business_id = $1
  union all
  select distinct lead.referral_source from journey.lead_status as lead where lead.business_id = $1
  union all
  select distinct bad.provider from journey.bad_leads as bad where bad.business_id = $1
  union all
  select distinct spend.lead_source from journey.marketing_spend as spend where spend.business_id = $1
)

delete from journey.lead_source_spellings as spelling
where spelling.business_id = $1
  and spelling.origin = 'compiled'
  and not exists (select from texts where texts.spelling = spelling.spelling)

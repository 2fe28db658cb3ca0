-- Lead source texts of rows that have no row in journey.lead_source_spellings yet, from all
-- sources that carry a text: jobs, opportunities, leads, the providers of bad leads, and spend.
-- (Lost leads carry none: theirs is their quote's lead's.)
-- $1 business
with texts as (
  select job.referral_source as spelling
  from journey.jobs as job
  where job.business_id = $1
  group by job.referral_source

  union

  select opportunity.referral_source as spelling
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
  group by opportunity.referral_source

  union

  select lead.referral_source as spelling
  from journey.lead_status as lead
  where lead.business_id = $1
  group by lead.referral_source

  union

  select bad.provider as spelling
  from journey.bad_leads as bad
  where bad.business_id = $1
  group by bad.provider

  union

  select spend.lead_source as spelling
  from journey.marketing_spend as spend
  where spend.business_id = $1
  group by spend.lead_source
)

select texts.spelling
from texts
left join journey.lead_source_spellings as known
  on known.business_id = $1
  and known.spelling = texts.spelling
where texts.spelling is not null
  and known.id is null
order by texts.spelling

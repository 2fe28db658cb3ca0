-- Spellings that rules read from rows and that no row uses any more. Those a person mapped stay.
-- $1 business
with
branch_texts as (
  select job.branch_name as spelling from journey.jobs as job where job.business_id = $1
  union
  select opportunity.branch_name from journey.booked_opportunities as opportunity where opportunity.business_id = $1
  union
  select lead.branch_name from journey.lead_status as lead where lead.business_id = $1
),

person_texts as (
  select job.sales_person_name as spelling from journey.jobs as job where job.business_id = $1
  union
  select opportunity.sales_person from journey.booked_opportunities as opportunity where opportunity.business_id = $1
  union
  select lead.sales_person from journey.lead_status as lead where lead.business_id = $1
),

source_texts as (
  select job.referral_source as spelling from journey.jobs as job where job.business_id = $1
  union
  select opportunity.referral_source from journey.booked_opportunities as opportunity where opportunity.business_id = $1
  union
  select lead.referral_source from journey.lead_status as lead where lead.business_id = $1
  union
  select bad.provider from journey.bad_leads as bad where bad.business_id = $1
),

branch_spellings as (
  delete from journey.branch_spellings as spelling
  where spelling.business_id = $1
    and spelling.origin = 'compiled'
    and not exists (select from branch_texts where branch_texts.spelling = spelling.spelling)
  returning 1
),

person_spellings as (
  delete from journey.sales_person_spellings as spelling
  where spelling.business_id = $1
    and spelling.origin = 'compiled'
    and not exists (select from person_texts where person_texts.spelling = spelling.spelling)
  returning 1
),

source_spellings as (
  delete from journey.lead_source_spellings as spelling
  where spelling.business_id = $1
    and spelling.origin = 'compiled'
    and not exists (select from source_texts where source_texts.spelling = spelling.spelling)
  returning 1
)

select
  (select count(*) from branch_spellings)
  + (select count(*) from person_spellings)
  + (select count(*) from source_spellings) as spellings

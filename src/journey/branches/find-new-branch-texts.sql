-- Branch texts of rows that have no row in journey.branch_spellings yet.
-- $1 business
with texts as (
  select job.branch_name as spelling
  from journey.jobs as job
  where job.business_id = $1
  group by job.branch_name

  union

  select opportunity.branch_name as spelling
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
  group by opportunity.branch_name

  union

  select lead.branch_name as spelling
  from journey.lead_status as lead
  where lead.business_id = $1
  group by lead.branch_name

  union

  select spend.branch_name as spelling
  from journey.marketing_spend as spend
  where spend.business_id = $1
  group by spend.branch_name
)

select texts.spelling
from texts
left join journey.branch_spellings as known
  on known.business_id = $1
  and known.spelling = texts.spelling
where texts.spelling is not null
  and known.id is null
order by texts.spelling

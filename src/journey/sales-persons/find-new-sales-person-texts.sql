-- Sales person texts of rows that have no row in journey.sales_person_spellings yet.
-- $1 business
with texts as (
  select job.sales_person_name as spelling
  from journey.jobs as job
  where job.business_id = $1
  group by job.sales_person_name

  union

  select opportunity.sales_person as spelling
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
  group by opportunity.sales_person

  union

  select lead.sales_person as spelling
  from journey.lead_status as lead
  where lead.business_id = $1
  group by lead.sales_person
)

select texts.spelling
from texts
left join journey.sales_person_spellings as known
  on known.business_id = $1
  and known.spelling = texts.spelling
where texts.spelling is not null
  and known.id is null
order by texts.spelling

-- What speaks for two sales people being one: branches both worked for, and quotes that
-- name one in one report and the other in another.
-- $1 business, $2 short names' ids, $3 full names' ids (pairwise)
with
pairs as (
  select
    pair.short_id,
    pair.full_id
  from unnest($2::uuid[], $3::uuid[]) as pair (short_id, full_id)
),

people as (
  select pairs.short_id as id from pairs
  union
  select pairs.full_id as id from pairs
),

uses as (
  select job.sales_person_id, job.branch_id, job.quote_number
  from journey.jobs as job
  where job.business_id = $1
    and job.sales_person_id in (select people.id from people)

  union all

  select opportunity.sales_person_id, opportunity.branch_id, opportunity.quote_number
  from journey.booked_opportunities as opportunity
  where opportunity.business_id = $1
    and opportunity.sales_person_id in (select people.id from people)

  union all

  select lead.sales_person_id, lead.branch_id, lead.quote_number
  from journey.lead_status as lead
  where lead.business_id = $1
    and lead.sales_person_id in (select people.id from people)
),

branch_uses as (
  select uses.sales_person_id, uses.branch_id
  from uses
  where uses.branch_id is not null
  group by uses.sales_person_id, uses.branch_id
),

quote_uses as (
  select uses.sales_person_id, uses.quote_number
  from uses
  where uses.quote_number is not null
  group by uses.sales_person_id, uses.quote_number
),

shared_branches as (
  select
    pairs.short_id,
    pairs.full_id,
    array_agg(branch.name order by branch.name) as names
  from pairs
  join branch_uses as short_use on short_use.sales_person_id = pairs.short_id
  join branch_uses as full_use
    on full_use.sales_person_id = pairs.full_id
    and full_use.branch_id = short_use.branch_id
  join tenancy.branches as branch
    on branch.business_id = $1
    and branch.id = short_use.branch_id
  group by pairs.short_id, pairs.full_id
),

shared_quotes as (
  select
    pairs.short_id,
    pairs.full_id,
    count(*) as quotes,
    min(short_use.quote_number) as example
  from pairs
  join quote_uses as short_use on short_use.sales_person_id = pairs.short_id
  join quote_uses as full_use
    on full_use.sales_person_id = pairs.full_id
    and full_use.quote_number = short_use.quote_number
  group by pairs.short_id, pairs.full_id
)

select
  pairs.short_id,
  pairs.full_id,
  coalesce(shared_branches.names, '{}') as branches,
  coalesce(shared_quotes.quotes, 0) as quotes,
  shared_quotes.example as example_quote
from pairs
left join shared_branches using (short_id, full_id)
left join shared_quotes using (short_id, full_id)

-- Open questions of the review queue: two customers that may be one person. The likely ones come
-- first, then those that are worth a look, then those put off; of each the money at stake first, then the surest.
-- What one of the two is worth is at stake: the smaller sum, which is what would be counted under two names.
-- $1 business, $2 how many, $3 amounts per customer as jsonb [{"id", "amount"}], $4 probability from
-- which a pair is likely, $5 only this section, or null
with amounts as (
  select
    amount.id,
    amount.amount
  from jsonb_to_recordset($3::jsonb) as amount (id uuid, amount numeric)
),

questions as (
  select
    proposal.record_a,
    proposal.record_b,
    proposal.probability,
    proposal.state,
    case when proposal.probability >= $4 then 'likely' else 'worth_a_look' end as section,
    proposal.reasons,
    proposal.found_at,
    first.customer_id as customer_a,
    second.customer_id as customer_b
  from customers.proposals as proposal
  join customers.records as first
    on first.business_id = $1
    and first.id = proposal.record_a
  join customers.records as second
    on second.business_id = $1
    and second.id = proposal.record_b
  where proposal.business_id = $1
    and proposal.state in ('open', 'later')
    and first.customer_id <> second.customer_id
)

select
  questions.record_a as "recordA",
  questions.record_b as "recordB",
  questions.customer_a as "customerA",
  one.name as "nameA",
  questions.customer_b as "customerB",
  other.name as "nameB",
  questions.probability::float8 as probability,
  questions.state,
  questions.section,
  questions.reasons,
  least(coalesce(amount_a.amount, 0), coalesce(amount_b.amount, 0))::float8 as "atStake",
  questions.found_at as "foundAt"
from questions
join customers.customers as one
  on one.business_id = $1
  and one.id = questions.customer_a
join customers.customers as other
  on other.business_id = $1
  and other.id = questions.customer_b
left join amounts as amount_a on amount_a.id = questions.customer_a
left join amounts as amount_b on amount_b.id = questions.customer_b
where ($5::text is null or questions.section = $5)
  and not exists (
    select
    from customers.decisions as decision
    join customers.records as a
      on a.business_id = $1
      and a.id = decision.record_a
    join customers.records as b
      on b.business_id = $1
      and b.id = decision.record_b
    where decision.business_id = $1
      and decision.revoked_at is null
      and decision.verdict <> 'same'
      and (
        (a.customer_id = questions.customer_a and b.customer_id = questions.customer_b)
        or (a.customer_id = questions.customer_b and b.customer_id = questions.customer_a)
      )
  )
order by
  questions.state = 'later',
  questions.section = 'worth_a_look',
  least(coalesce(amount_a.amount, 0), coalesce(amount_b.amount, 0)) desc,
  questions.probability desc,
  questions.record_a,
  questions.record_b
limit $2

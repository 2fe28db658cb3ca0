-- The value of each choice that stands for a customer, by the rules, with the record it is from.
-- A value that says nothing about anybody stands behind every other. Ties end the same way in
-- whatever order the rows came: by the value (not in capitals, then by its letters), then by the row.
-- The candidates are put in by compose-choice.ts. $1 business, $2 rules: [{choice, rule, sources}]
with
candidate as (
  select one.*
  from :candidates as one
),

counted as (
  select
    candidate.*,
    rule.rule,
    rule.sources,
    count(*) over same_value as times,
    dense_rank() over (partition by candidate.customer_id, candidate.choice order by candidate.same_as) as nth_value
  from candidate
  join jsonb_to_recordset($2::jsonb) as rule (choice text, rule text, sources text[]) on rule.choice = candidate.choice
  window same_value as (partition by candidate.customer_id, candidate.choice, candidate.same_as)
),

standing as (
  select
    counted.*,
    case counted.rule
      when 'most-complete' then counted.fullness
      when 'most-frequent' then counted.times
      when 'trusted' then -coalesce(array_position(counted.sources, counted.source), 1000)
      else 0
    end as standing
  from counted
),

ranked as (
  select
    standing.*,
    count(*) over whole as rows,
    max(standing.nth_value) over whole as candidates,
    min(standing.nth_value) over peers <> max(standing.nth_value) over peers as is_tied,
    row_number() over (
      partition by standing.customer_id, standing.choice
      order by
        standing.is_generic,
        standing.standing desc,
        standing.observed_on desc nulls last,
        standing.told = upper(standing.told),
        standing.told collate "C",
        standing.source collate "C",
        standing.source_key collate "C" nulls last,
        standing.record_id
    ) as place
  from standing
  window
    whole as (partition by standing.customer_id, standing.choice),
    peers as (partition by standing.customer_id, standing.choice, standing.is_generic, standing.standing, standing.observed_on)
)

select
  ranked.customer_id,
  ranked.choice,
  ranked.rule,
  ranked.parts,
  ranked.told,
  ranked.record_id,
  ranked.source,
  ranked.source_id,
  ranked.source_key,
  ranked.observed_on,
  ranked.is_generic,
  ranked.is_tied,
  ranked.times,
  ranked.rows,
  ranked.candidates
from ranked
where ranked.place = 1

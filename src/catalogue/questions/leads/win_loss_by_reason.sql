/*
id: win_loss_by_reason
question: Of the quotes with a reason, how many were won after all?
theme: leads
grain: one row per reason and currency
definition: >-
  Lost leads by reason; won are those whose quote has an opportunity that stands neither
  cancelled, lost nor bad, with its amount (invoiced, else estimated).
dateBasis: day of the loss, when days are asked for
receipt: lost_leads
rows:
  keys: {loss_reason: reason}
  measures:
    won_count: count where is_won
    lost_count: count where is_not_won
    total_count: count
    won_value: sum won_amount
    lost_value: sum amount where is_not_won
    win_rate: percent won_count of total_count
    loss_rate: percent lost_count of total_count
    avg_won_value: mean won_amount
    avg_lost_value: mean amount where is_not_won
chart: {type: bar, x: loss_reason, y: [won_count, lost_count]}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: loss_reason, type: text, meaning: "Why it was lost, or (no reason)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: won_count, type: integer, unit: leads, meaning: "Won after all"}
  - {name: lost_count, type: integer, unit: leads, meaning: "Lost for good"}
  - {name: total_count, type: integer, unit: leads, meaning: "Both"}
  - {name: won_value, type: money, meaning: "Amounts of the won"}
  - {name: lost_value, type: money, meaning: "Quoted amounts of the lost"}
  - {name: win_rate, type: percent, meaning: "won / both"}
  - {name: loss_rate, type: percent, meaning: "lost / both"}
  - {name: avg_won_value, type: money, meaning: "Mean of the won"}
  - {name: avg_lost_value, type: money, meaning: "Mean of the lost"}
caveats:
  - "A quote that was lost in one currency and won in another counts as won, but its amount is in no sum: currencies are not added."
*/
with lost as (
  select *
  from catalogue.lost_lead_facts
  where business_id = :business_id
    and (:date_from is null or lost_date >= :date_from)
    and (:date_to is null or lost_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

judged as (
  select lost.reason, lost.currency, case when opportunities.currency = lost.currency then opportunities.amount end as won_amount, coalesce(opportunities.stands, false) as is_won, lost.amount as lost_amount
  from lost
  left join catalogue.opportunity_facts as opportunities
    on opportunities.business_id = :business_id
    and opportunities.quote_number = lost.quote_number
)

select
  reason as loss_reason,
  currency,
  count(*) filter (where is_won) as won_count,
  count(*) filter (where not is_won) as lost_count,
  count(*) as total_count,
  coalesce(sum(won_amount) filter (where is_won), 0) as won_value,
  coalesce(sum(lost_amount) filter (where not is_won), 0) as lost_value,
  round(100.0 * count(*) filter (where is_won) / count(*), 2) as win_rate,
  round(100.0 * count(*) filter (where not is_won) / count(*), 2) as loss_rate,
  round(avg(won_amount) filter (where is_won), 2) as avg_won_value,
  round(avg(lost_amount) filter (where not is_won), 2) as avg_lost_value
from judged
group by 1, 2
order by total_count desc, loss_reason, currency

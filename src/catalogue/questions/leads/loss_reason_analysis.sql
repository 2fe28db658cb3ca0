/*
id: loss_reason_analysis
question: For which reasons do we lose leads, in which kinds of source, and how much?
theme: leads
grain: one row per reason, category of source and currency
definition: >-
  Lost leads by reason and category of their lead source, with the quoted amount.
dateBasis: day of the loss, when days are asked for
receipt: lost_leads
rows:
  measures: {percentage_of_losses: share total_lost, avg_value_per_loss: mean amount}
chart: {type: bar, x: reason, y: [total_lost], series: lead_source_category}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: reason, type: text, meaning: "Why it was lost, or (no reason)"}
  - {name: lead_source_category, type: text, meaning: "Category of the lead source, or (no category)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_lost, type: integer, unit: leads, meaning: "Lost leads"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: lead_sources_count, type: integer, unit: sources, meaning: "Different lead sources"}
  - {name: lost_value, type: money, meaning: "Quoted amounts of these"}
  - {name: first_lost_date, type: date, meaning: "First loss"}
  - {name: last_lost_date, type: date, meaning: "Last loss"}
  - {name: avg_days_to_move, type: number, unit: days, meaning: "Mean from the loss to the wished move"}
  - {name: percentage_of_losses, type: percent, meaning: "Share of all lost leads"}
  - {name: avg_value_per_loss, type: money, meaning: "Mean of those with an amount"}
caveats:
  - The documents took the seconds of a number of days, which fails; here it counts whole days.
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
)

select
  reason,
  lead_source_category,
  currency,
  count(*) as total_lost,
  count(distinct customer_id) as unique_customers,
  count(distinct lead_source_id) as lead_sources_count,
  coalesce(sum(amount), 0) as lost_value,
  min(lost_date) as first_lost_date,
  max(lost_date) as last_lost_date,
  round(avg(move_date - lost_date), 2) as avg_days_to_move,
  round(100.0 * count(*) / sum(count(*)) over (), 2) as percentage_of_losses,
  round(avg(amount), 2) as avg_value_per_loss
from lost
group by 1, 2, 3
order by total_lost desc, reason, lead_source_category, currency

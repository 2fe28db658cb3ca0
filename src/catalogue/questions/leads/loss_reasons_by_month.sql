/*
id: loss_reasons_by_month
question: How do the reasons why we lose change?
theme: leads
grain: one row per month, reason and currency
definition: >-
  Lost leads by the month of the loss and the reason given; the share is of all losses of the month
  in the currency.
dateBasis: day of the loss
receipt: lost_leads
rows: {measures: {share_percent: all}}
chart: {type: bar, x: month, y: [lost_leads], series: reason}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month; empty when the day of the loss is not known"}
  - {name: reason, type: text, meaning: "Why it was lost, or (no reason)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Lost leads"}
  - {name: lost_value, type: money, meaning: "Quoted amounts of these"}
  - {name: share_percent, type: percent, meaning: "Share of the losses of the month"}
caveats:
  - A reason without a loss in a month has no row in it.
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
  date_trunc('month', lost_date::timestamp)::date as month,
  reason,
  currency,
  count(*) as lost_leads,
  coalesce(sum(amount), 0) as lost_value,
  round(100.0 * count(*) / sum(count(*)) over (partition by date_trunc('month', lost_date::timestamp), currency), 2) as share_percent
from lost
group by date_trunc('month', lost_date::timestamp), reason, currency
order by month nulls last, currency, lost_leads desc, reason

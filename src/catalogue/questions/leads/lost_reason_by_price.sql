/*
id: lost_reason_by_price
question: Are reasons of loss a matter of price?
theme: leads
grain: one row per reason, price band and currency
definition: >-
  Lost leads by reason and by the band of their quoted amount.
dateBasis: day of the loss, when days are asked for
receipt: lost_leads
rows:
  keys: {price_band: price_band}
  measures: {lost_leads: count, share_of_reason_percent: "share lost_leads within reason, currency"}
chart: {type: bar, x: price_band, y: [lost_leads], series: reason}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: reason, type: text, meaning: "Why it was lost, or (no reason)"}
  - {name: price_band, type: text, meaning: "Band of the quoted amount"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Lost leads"}
  - {name: lost_value, type: money, meaning: "Quoted amounts"}
  - {name: share_of_reason_percent, type: percent, meaning: "Share of the losses of the reason"}
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

banded as (
  select
    *,
    case when amount is null then 6 when amount < 500 then 1 when amount < 1000 then 2 when amount < 2500 then 3 when amount < 5000 then 4 else 5 end as place
  from lost
)

select
  reason,
  (array['under 500', '500 to 999', '1,000 to 2,499', '2,500 to 4,999', '5,000 and more', 'no amount'])[place] as price_band,
  currency,
  count(*) as lost_leads,
  coalesce(sum(amount), 0) as lost_value,
  round(100.0 * count(*) / sum(count(*)) over (partition by reason, currency), 2) as share_of_reason_percent
from banded
group by reason, place, currency
order by reason, place, currency

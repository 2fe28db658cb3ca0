/*
id: lost_reasons_by_sales_person
question: Why does each of our sales people lose?
theme: sales
grain: one row per sales person, reason and currency
definition: >-
  Lost leads by the sales person of the lead of the same quote and by the reason given.
dateBasis: day of the loss
receipt: lost_leads
chart: {type: bar, x: sales_person_name, y: [lost_leads], series: reason}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: reason, type: text, meaning: "Why it was lost, or (no reason)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Lost leads"}
  - {name: lost_value, type: money, meaning: "Quoted amounts of these"}
  - {name: share_percent, type: percent, meaning: "Share of the losses of the person"}
  - {name: median_minutes, type: number, unit: minutes, meaning: "Time to the first contact: half were called faster"}
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

summed as (
  select
    sales_person_id,
    reason,
    currency,
    count(*) as lost_leads,
    coalesce(sum(amount), 0) as lost_value,
    percentile_cont(0.5) within group (order by response_minutes) as median_minutes
  from lost
  group by 1, 2, 3
)

select
  coalesce(people.name, '(no sales person)') as sales_person_name,
  summed.reason,
  summed.currency,
  summed.lost_leads,
  summed.lost_value,
  round(100 * summed.lost_leads / sum(summed.lost_leads) over (partition by summed.sales_person_id), 2) as share_percent,
  round(summed.median_minutes::numeric, 2) as median_minutes
from summed
left join journey.sales_persons as people on people.business_id = :business_id and people.id = summed.sales_person_id
order by sales_person_name, summed.lost_leads desc, summed.reason, summed.currency

/*
id: lead_ageing
question: How long have open leads been waiting?
theme: leads
grain: one row per age and branch
definition: >-
  Leads of the pool that stand open, by the whole days from the lead day to the day that counts as
  today.
dateBasis: lead day (in the time zone asked for), up to the day that counts as today
receipt: pool_as_it_was
rows:
  only: [is_open]
  measures: {open_leads: count, estimated_amount: sum estimated_revenue}
  keys: {age: age}
chart: {type: bar, x: age, y: [open_leads], series: branch_name}
parameters: [as_of, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: age, type: text, meaning: "Days since the lead"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: open_leads, type: integer, unit: leads, meaning: "Standing open"}
  - {name: estimated_amount, type: money, meaning: "What they are estimated to bring"}
  - {name: oldest_days, type: integer, unit: days, meaning: "The oldest of them"}
caveats:
  - Statuses are those of the last import, whatever day is asked for.
*/
with leads as (
  select *, :as_of - (received_at at time zone :time_zone)::date as days
  from catalogue.lead_facts
  where business_id = :business_id
    and status_group = 'open'
    and (received_at at time zone :time_zone)::date <= :as_of
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

aged as (
  select
    case when days <= 1 then 1 when days <= 7 then 2 when days <= 30 then 3 when days <= 90 then 4 else 5 end as place,
    branch_name,
    currency,
    count(*) as open_leads,
    coalesce(sum(estimated_revenue), 0) as estimated_amount,
    max(days) as oldest_days
  from leads
  group by 1, 2, 3
)

select
  (array['0-1 days', '2-7 days', '8-30 days', '31-90 days', 'over 90 days'])[place] as age,
  branch_name,
  currency,
  open_leads,
  estimated_amount,
  oldest_days
from aged
order by place, open_leads desc, branch_name, currency

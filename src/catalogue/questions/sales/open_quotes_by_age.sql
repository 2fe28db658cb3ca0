/*
id: open_quotes_by_age
question: How old is the money in our open quotes?
theme: sales
grain: one row per age, branch and currency
definition: >-
  Jobs that stand quoted, by the whole days from the quote to the day that counts as today, with
  their quoted amounts.
dateBasis: day of the quote, in the zone of the branch
receipt: open_quotes
rows: {keys: {age: quote_age}, measures: {open_quotes: count, quoted_amount: sum worth}}
chart: {type: bar, x: age, y: [quoted_amount], series: branch_name}
parameters: [as_of, branch, sales_person, lead_source, currency]
columns:
  - {name: age, type: text, meaning: "Days since the quote"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: open_quotes, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: quoted_amount, type: money, meaning: "Quoted prices of these"}
  - {name: share_percent, type: percent, meaning: "Share of the money of the currency"}
  - {name: past_move_date, type: integer, unit: jobs, meaning: "Of these with a day of the move that is over"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and status = 'QUOTED'
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

aged as (
  select *, :as_of - (quoted_at at time zone time_zone)::date as days
  from jobs
),

summed as (
  select
    case when days is null then 6 when days <= 7 then 1 when days <= 14 then 2 when days <= 30 then 3 when days <= 90 then 4 else 5 end as place,
    branch_name,
    currency,
    count(*) as open_quotes,
    coalesce(sum(worth), 0) as quoted_amount,
    count(*) filter (where job_date < :as_of) as past_move_date
  from aged
  group by 1, 2, 3
)

select
  (array['0-7 days', '8-14 days', '15-30 days', '31-90 days', 'over 90 days', 'day not known'])[place] as age,
  branch_name,
  currency,
  open_quotes,
  quoted_amount,
  round(100 * quoted_amount / nullif(sum(quoted_amount) over (partition by currency), 0), 2) as share_percent,
  past_move_date
from summed
order by currency, place, quoted_amount desc, branch_name

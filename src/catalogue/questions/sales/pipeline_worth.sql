/*
id: pipeline_worth
question: What are the open quotes of each sales person likely to bring?
theme: sales
grain: one row per sales person and currency
definition: >-
  The open quotes of each sales person, weighed by the share of quoted amounts that they won among
  the quotes of the year before the day that counts as today. Decided are quotes that were booked,
  lost or cancelled.
dateBasis: day of the quote, in the zone of the branch
receipt: open_quotes
rows: {measures: {open_quotes: count, open_amount: sum worth, decided_quotes: all, won_percent: all, expected_revenue: all}}
chart: {type: bar, x: sales_person_name, y: [expected_revenue]}
parameters: [as_of, branch, sales_person, lead_source, currency]
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: open_quotes, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: open_amount, type: money, meaning: "Quoted prices of these"}
  - {name: decided_quotes, type: integer, unit: jobs, meaning: "Quoted within the year and decided"}
  - {name: won_percent, type: percent, meaning: "Money won / money decided; empty when nothing was decided"}
  - {name: expected_revenue, type: money, meaning: "open_amount times won_percent; empty when that is"}
caveats:
  - "A rough measure: a quote that is open long is less likely to be won than the rate says."
*/
with jobs as (
  select *, (quoted_at at time zone time_zone)::date as quote_day
  from catalogue.job_facts
  where business_id = :business_id
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

summed as (
  select
    sales_person_id,
    sales_person_name,
    currency,
    count(*) filter (where status = 'QUOTED') as open_quotes,
    coalesce(sum(worth) filter (where status = 'QUOTED'), 0) as open_amount,
    count(*) filter (where status <> 'QUOTED' and quote_day > :as_of - interval '1 year' and quote_day <= :as_of) as decided_quotes,
    sum(worth) filter (where is_sold and quote_day > :as_of - interval '1 year' and quote_day <= :as_of) as won_amount,
    sum(worth) filter (where status <> 'QUOTED' and quote_day > :as_of - interval '1 year' and quote_day <= :as_of) as decided_amount
  from jobs
  group by 1, 2, 3
)

select
  sales_person_name,
  currency,
  open_quotes,
  open_amount,
  decided_quotes,
  round(100 * coalesce(won_amount, 0) / nullif(decided_amount, 0), 2) as won_percent,
  round(open_amount * coalesce(won_amount, 0) / nullif(decided_amount, 0), 2) as expected_revenue
from summed
where open_quotes > 0
order by currency, open_amount desc, sales_person_name

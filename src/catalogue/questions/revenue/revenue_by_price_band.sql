/*
id: revenue_by_price_band
question: Do small or large moves earn our money?
theme: revenue
grain: one row per price band and currency
definition: >-
  Booked and closed jobs by their actual total, else the estimated one.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows: {keys: {price_band: revenue_band}}
chart: {type: bar, x: price_band, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: price_band, type: text, meaning: "Amount in the currency of the row"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Standing booked or closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: job_share_percent, type: percent, meaning: "Share of the jobs of the currency"}
  - {name: revenue_share_percent, type: percent, meaning: "Share of the revenue of the currency"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Revenue of the jobs with crew hours / these hours"}
caveats:
  - Bands are the same numbers in every currency; they are not converted.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

summed as (
  select
    case
      when revenue is null then 6
      when revenue < 500 then 1
      when revenue < 1000 then 2
      when revenue < 2000 then 3
      when revenue < 5000 then 4
      else 5
    end as place,
    currency,
    count(*) as sold_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    sum(revenue) filter (where crew * hours > 0) / nullif(sum(crew * hours), 0) as revenue_per_crew_hour
  from jobs
  group by 1, 2
)

select
  (array['under 500', '500-999', '1,000-1,999', '2,000-4,999', '5,000 and more', 'no amount'])[place] as price_band,
  currency,
  sold_jobs,
  total_revenue,
  round(100 * sold_jobs / sum(sold_jobs) over (partition by currency), 2) as job_share_percent,
  round(100 * total_revenue / nullif(sum(total_revenue) over (partition by currency), 0), 2) as revenue_share_percent,
  round(revenue_per_crew_hour, 2) as revenue_per_crew_hour
from summed
order by currency, place

/*
id: win_rate_by_price_band
question: At which prices do we win, and at which do we lose?
theme: sales
grain: one row per price band and currency
definition: >-
  Jobs by the quoted amount, else the actual one. Decided are those that are no longer quoted; won
  are those that stand booked or closed.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows: {keys: {price_band: quoted_band}, measures: {won_jobs: count where is_sold}}
chart: {type: bar, x: price_band, y: [win_percent], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: price_band, type: text, meaning: "Quoted amount in the currency of the row"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: won_jobs, type: integer, unit: jobs, meaning: "Standing booked or closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: cancelled_jobs, type: integer, unit: jobs, meaning: "Standing cancelled"}
  - {name: open_jobs, type: integer, unit: jobs, meaning: "Standing quoted, or without a status"}
  - {name: win_percent, type: percent, meaning: "won / (won + lost + cancelled)"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
caveats:
  - Bands are the same numbers in every currency; they are not converted.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

summed as (
  select
    case
      when coalesce(estimated, worth) is null then 6
      when coalesce(estimated, worth) < 500 then 1
      when coalesce(estimated, worth) < 1000 then 2
      when coalesce(estimated, worth) < 2000 then 3
      when coalesce(estimated, worth) < 5000 then 4
      else 5
    end as place,
    currency,
    count(*) as total_jobs,
    count(*) filter (where is_sold) as won_jobs,
    count(*) filter (where status = 'LOST') as lost_jobs,
    count(*) filter (where status = 'CANCELLED') as cancelled_jobs,
    coalesce(sum(revenue), 0) as total_revenue
  from jobs
  group by 1, 2
)

select
  (array['under 500', '500-999', '1,000-1,999', '2,000-4,999', '5,000 and more', 'no amount'])[place] as price_band,
  currency,
  total_jobs,
  won_jobs,
  lost_jobs,
  cancelled_jobs,
  total_jobs - won_jobs - lost_jobs - cancelled_jobs as open_jobs,
  round(100.0 * won_jobs / nullif(won_jobs + lost_jobs + cancelled_jobs, 0), 2) as win_percent,
  total_revenue
from summed
order by currency, place

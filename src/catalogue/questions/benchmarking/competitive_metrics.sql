/*
id: competitive_metrics
question: How much of what we quote do we win?
theme: benchmarking
grain: one row per currency
definition: >-
  Jobs by present status with the actual total, else the estimated total. Won is booked or closed;
  the whole is every job, as every job was quoted. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  measures:
    total_quoted: count where is_quoted
    total_booked: count where is_booked
    total_closed: count where is_closed
    total_lost: count where is_lost
    total_won: count where is_sold
    quoted_revenue: sum worth where is_quoted
    lost_revenue: sum worth where is_lost
    won_revenue: sum revenue
    avg_quoted_value: mean worth where is_quoted
    all_worth: sum worth
    quote_to_book_rate_percent: percent sold_jobs of total_jobs
    book_to_close_rate_percent: percent closed_jobs of sold_jobs
    quote_to_close_rate_percent: percent closed_jobs of total_jobs
    revenue_conversion_rate_percent: percent won_revenue of all_worth
    revenue_book_rate_percent: percent booked_revenue of all_worth
    revenue_close_rate_percent: percent closed_revenue of all_worth
chart: {type: tile, y: [overall_win_rate_percent, won_revenue]}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_quoted, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: total_booked, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: total_closed, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_lost, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: total_won, type: integer, unit: jobs, meaning: "Booked or closed"}
  - {name: quoted_revenue, type: money, meaning: "Worth of jobs standing quoted"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that stand booked"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: lost_revenue, type: money, meaning: "Worth of lost jobs"}
  - {name: won_revenue, type: money, meaning: "Revenue: booked and closed"}
  - {name: avg_quoted_value, type: money, meaning: "Mean worth of jobs standing quoted"}
  - {name: avg_booked_value, type: money, meaning: "Mean of booked jobs with an amount"}
  - {name: avg_closed_value, type: money, meaning: "Mean of closed jobs with an amount"}
  - {name: overall_win_rate_percent, type: percent, meaning: "won / (won + lost)"}
  - {name: quote_to_book_rate_percent, type: percent, meaning: "won / all jobs"}
  - {name: book_to_close_rate_percent, type: percent, meaning: "closed / won"}
  - {name: quote_to_close_rate_percent, type: percent, meaning: "closed / all jobs"}
  - {name: loss_rate_percent, type: percent, meaning: "lost / all jobs"}
  - {name: revenue_conversion_rate_percent, type: percent, meaning: "Revenue / worth of all jobs"}
  - {name: revenue_book_rate_percent, type: percent, meaning: "Booked / worth of all jobs"}
  - {name: revenue_close_rate_percent, type: percent, meaning: "Closed / worth of all jobs"}
  - {name: booked_vs_quoted_percent, type: number, unit: "%", meaning: "Mean booked against mean quoted"}
  - {name: closed_vs_booked_percent, type: number, unit: "%", meaning: "Mean closed against mean booked"}
caveats:
  - "No competitor is known to us: these are our own rates."
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
    currency, count(*) as all_jobs, coalesce(sum(worth), 0) as all_worth,
    count(*) filter (where status = 'QUOTED') as quoted_jobs, coalesce(sum(worth) filter (where status = 'QUOTED'), 0) as quoted_worth, avg(worth) filter (where status = 'QUOTED') as quoted_mean,
    count(*) filter (where status = 'BOOKED') as booked_jobs, coalesce(sum(worth) filter (where status = 'BOOKED'), 0) as booked_worth, avg(worth) filter (where status = 'BOOKED') as booked_mean,
    count(*) filter (where status = 'CLOSED') as closed_jobs, coalesce(sum(worth) filter (where status = 'CLOSED'), 0) as closed_worth, avg(worth) filter (where status = 'CLOSED') as closed_mean,
    count(*) filter (where status = 'LOST') as lost_jobs, coalesce(sum(worth) filter (where status = 'LOST'), 0) as lost_worth, avg(worth) filter (where status = 'LOST') as lost_mean
  from jobs
  group by 1
)

select
  currency, quoted_jobs as total_quoted, booked_jobs as total_booked, closed_jobs as total_closed, lost_jobs as total_lost,
  booked_jobs + closed_jobs as total_won,
  quoted_worth as quoted_revenue, booked_worth as booked_revenue, closed_worth as closed_revenue, lost_worth as lost_revenue,
  booked_worth + closed_worth as won_revenue,
  round(quoted_mean, 2) as avg_quoted_value, round(booked_mean, 2) as avg_booked_value, round(closed_mean, 2) as avg_closed_value,
  round(100.0 * (booked_jobs + closed_jobs) / nullif((booked_jobs + closed_jobs + lost_jobs), 0), 2) as overall_win_rate_percent,
  round(100.0 * (booked_jobs + closed_jobs) / nullif(all_jobs, 0), 2) as quote_to_book_rate_percent,
  round(100.0 * closed_jobs / nullif((booked_jobs + closed_jobs), 0), 2) as book_to_close_rate_percent,
  round(100.0 * closed_jobs / nullif(all_jobs, 0), 2) as quote_to_close_rate_percent,
  round(100.0 * lost_jobs / nullif(all_jobs, 0), 2) as loss_rate_percent,
  round(100.0 * (booked_worth + closed_worth) / nullif(all_worth, 0), 2) as revenue_conversion_rate_percent,
  round(100.0 * booked_worth / nullif(all_worth, 0), 2) as revenue_book_rate_percent,
  round(100.0 * closed_worth / nullif(all_worth, 0), 2) as revenue_close_rate_percent,
  round(100.0 * (booked_mean - quoted_mean) / nullif(quoted_mean, 0), 2) as booked_vs_quoted_percent,
  round(100.0 * (closed_mean - booked_mean) / nullif(booked_mean, 0), 2) as closed_vs_booked_percent
from summed
order by currency

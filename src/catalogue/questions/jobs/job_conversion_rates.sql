/*
id: job_conversion_rates
question: How many of our quoted jobs are booked and closed, in all, per branch and sales person?
theme: jobs
grain: one row per dimension and value
definition: >-
  Every job was quoted once, so rates are of all jobs; booked counts also those that were closed
  since. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  split: {on: dimension, by: {overall: {}, branch: {dimension_value: branch_name}, sales_person: {dimension_value: sales_person_name}}}
  measures:
    total_leads: count
    quote_to_booking_rate: percent sold_jobs of total_jobs
    booking_to_closed_rate: percent closed_jobs of sold_jobs
    quote_to_closed_rate: percent closed_jobs of total_jobs
    loss_rate: percent lost_jobs of total_jobs
chart: {type: bar, x: dimension_value, y: [quote_to_booking_rate], series: dimension}
parameters: [date_from, date_to, branch, sales_person, lead_source, currency]
columns:
  - {name: dimension, type: text, meaning: "overall, branch or sales_person"}
  - {name: dimension_value, type: text, meaning: "Which one"}
  - {name: quoted_count, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: booked_count, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_count, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_count, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: total_leads, type: integer, unit: jobs, meaning: "Jobs of every status: all that were ever quoted"}
  - {name: quote_to_booking_rate, type: percent, meaning: "(booked + closed) / all ever quoted"}
  - {name: booking_to_closed_rate, type: percent, meaning: "closed / (booked + closed)"}
  - {name: quote_to_closed_rate, type: percent, meaning: "closed / all ever quoted"}
  - {name: loss_rate, type: percent, meaning: "lost / all ever quoted"}
caveats:
  - The documents divide jobs that stand booked by jobs that stand quoted, which can pass 100 %; a status is a snapshot, so here the whole is all jobs.
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
    case when grouping(branch_name) = 0 then 2 when grouping(sales_person_name) = 0 then 3 else 1 end as position,
    coalesce(branch_name, sales_person_name, 'all') as dimension_value,
    count(*) as total_leads,
    count(*) filter (where status = 'QUOTED') as quoted_count,
    count(*) filter (where status = 'BOOKED') as booked_count,
    count(*) filter (where status = 'CLOSED') as closed_count,
    count(*) filter (where status = 'LOST') as lost_count
  from jobs
  group by grouping sets ((), (branch_name), (sales_person_name))
)

select
  (array['overall', 'branch', 'sales_person'])[position] as dimension,
  dimension_value,
  quoted_count,
  booked_count,
  closed_count,
  lost_count,
  total_leads,
  round(100.0 * (booked_count + closed_count) / nullif(total_leads, 0), 2) as quote_to_booking_rate,
  round(100.0 * closed_count / nullif((booked_count + closed_count), 0), 2) as booking_to_closed_rate,
  round(100.0 * closed_count / nullif(total_leads, 0), 2) as quote_to_closed_rate,
  round(100.0 * lost_count / nullif(total_leads, 0), 2) as loss_rate
from summed
where total_leads > 0
order by position, total_leads desc, dimension_value

/*
id: referral_share_by_month
question: How much of our revenue needs no advertising?
theme: referrals
grain: one row per month and currency
definition: >-
  Booked and closed jobs by the month of their service day: those of customers who had a job before,
  those of new customers from a source of the category Referral, and the rest. Each job counts once,
  as returning before as referred.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
chart: {type: line, x: month, y: [without_advertising_percent], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: returning_revenue, type: money, meaning: "Of customers with a job on an earlier day"}
  - {name: referred_revenue, type: money, meaning: "Of other customers from referrals"}
  - {name: other_revenue, type: money, meaning: "The rest"}
  - {name: without_advertising_percent, type: percent, meaning: "(returning + referred) / all; empty in a month without revenue"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

firsts as (
  select customer_id, min(job_date) as first_day
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
  group by 1
),

monthly as (
  select
    date_trunc('month', jobs.job_date::timestamp)::date as month,
    jobs.currency,
    coalesce(sum(jobs.revenue), 0) as total_revenue,
    coalesce(sum(jobs.revenue) filter (where jobs.job_date > firsts.first_day), 0) as returning_revenue,
    coalesce(sum(jobs.revenue) filter (where (jobs.job_date > firsts.first_day) is not true and jobs.lead_source_category = 'Referral'), 0) as referred_revenue
  from jobs
  left join firsts on firsts.customer_id = jobs.customer_id
  where (:date_from is null or jobs.job_date >= :date_from)
    and (:date_to is null or jobs.job_date < :date_to)
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month, max(month) as last_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
)

select
  calendar.month,
  calendar.currency,
  coalesce(monthly.total_revenue, 0) as total_revenue,
  coalesce(monthly.returning_revenue, 0) as returning_revenue,
  coalesce(monthly.referred_revenue, 0) as referred_revenue,
  coalesce(monthly.total_revenue - monthly.returning_revenue - monthly.referred_revenue, 0) as other_revenue,
  round(100 * (monthly.returning_revenue + monthly.referred_revenue) / nullif(monthly.total_revenue, 0), 2) as without_advertising_percent
from calendar
left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
order by calendar.currency, calendar.month

/*
id: lead_outcomes_by_month
question: What became of the leads of each month?
theme: leads
grain: one row per month and currency
definition: >-
  Leads of the pool by the month of their lead day, as they stand now. Bad leads are no chance to
  sell, so they are left out of the conversion.
dateBasis: lead day (in the time zone asked for)
receipt: leads
rows: {only: [is_dated]}
chart: {type: line, x: month, y: [conversion_percent], series: currency}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: quoted_leads, type: integer, unit: leads, meaning: "A quote was sent, or it got further"}
  - {name: won_leads, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Standing lost"}
  - {name: cancelled_leads, type: integer, unit: leads, meaning: "Booked once, cancelled since"}
  - {name: bad_leads, type: integer, unit: leads, meaning: "Standing bad"}
  - {name: open_leads, type: integer, unit: leads, meaning: "Neither won, lost, cancelled nor bad"}
  - {name: conversion_percent, type: percent, meaning: "won / (all - bad)"}
  - {name: open_percent, type: percent, meaning: "open / all: how unripe the month still is"}
caveats:
  - "A young month is not ripe: the more of it is open, the less its conversion says."
*/
with leads as (
  select *, (received_at at time zone :time_zone)::date as lead_day
  from catalogue.lead_facts
  where business_id = :business_id
    and received_at is not null
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

monthly as (
  select
    date_trunc('month', lead_day::timestamp)::date as month,
    currency,
    count(*) as total_leads,
    count(*) filter (where is_quoted) as quoted_leads,
    count(*) filter (where is_won) as won_leads,
    count(*) filter (where is_lost) as lost_leads,
    count(*) filter (where status_group = 'cancelled') as cancelled_leads,
    count(*) filter (where is_bad) as bad_leads
  from leads
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without leads.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month, max(month) as last_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
),

filled as (
  select
    calendar.month,
    calendar.currency,
    coalesce(monthly.total_leads, 0) as total_leads,
    coalesce(monthly.quoted_leads, 0) as quoted_leads,
    coalesce(monthly.won_leads, 0) as won_leads,
    coalesce(monthly.lost_leads, 0) as lost_leads,
    coalesce(monthly.cancelled_leads, 0) as cancelled_leads,
    coalesce(monthly.bad_leads, 0) as bad_leads
  from calendar
  left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
)

select
  month,
  currency,
  total_leads,
  quoted_leads,
  won_leads,
  lost_leads,
  cancelled_leads,
  bad_leads,
  total_leads - won_leads - lost_leads - cancelled_leads - bad_leads as open_leads,
  round(100.0 * won_leads / nullif(total_leads - bad_leads, 0), 2) as conversion_percent,
  round(100.0 * (total_leads - won_leads - lost_leads - cancelled_leads - bad_leads) / nullif(total_leads, 0), 2) as open_percent
from filled
order by currency, month

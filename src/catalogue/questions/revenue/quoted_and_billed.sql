/*
id: quoted_and_billed
question: How does what we bill differ from what we quoted?
theme: revenue
grain: one row per month and currency
definition: >-
  Opportunities by the month of their booking: the estimated amount when booked beside the invoiced
  one, compared where both are known.
dateBasis: booking day
receipt: opportunities
rows: {measures: {opportunities: count}}
chart: {type: line, x: month, y: [estimated_amount, invoiced_amount], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of leads, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month; empty when the booking day is not known"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: opportunities, type: integer, unit: quotes, meaning: "Booked at some time"}
  - {name: with_both, type: integer, unit: quotes, meaning: "Estimated and invoiced"}
  - {name: estimated_amount, type: money, meaning: "Estimates of these"}
  - {name: invoiced_amount, type: money, meaning: "Invoices of these"}
  - {name: difference_amount, type: money, meaning: "invoiced - estimated"}
  - {name: difference_percent, type: number, unit: "%", meaning: "Against the estimates"}
  - {name: not_invoiced, type: integer, unit: quotes, meaning: "Standing ones with an estimate and no invoice"}
  - {name: not_invoiced_amount, type: money, meaning: "Estimates of these"}
caveats:
  - A month without a booking has no row.
*/
with opportunities as (
  select *
  from catalogue.opportunity_facts
  where business_id = :business_id
    and (:date_from is null or booked_date >= :date_from)
    and (:date_to is null or booked_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status_group = :status)
    and (:currency is null or currency = :currency)
),

monthly as (
  select
    date_trunc('month', booked_date::timestamp)::date as month,
    currency,
    count(*) as opportunities,
    count(*) filter (where estimated_amount is not null and invoiced_amount is not null) as with_both,
    coalesce(sum(estimated_amount) filter (where invoiced_amount is not null), 0) as estimated_amount,
    coalesce(sum(invoiced_amount) filter (where estimated_amount is not null), 0) as invoiced_amount,
    count(*) filter (where stands and estimated_amount is not null and invoiced_amount is null) as not_invoiced,
    coalesce(sum(estimated_amount) filter (where stands and invoiced_amount is null), 0) as not_invoiced_amount
  from opportunities
  group by 1, 2
)

select
  month,
  currency,
  opportunities,
  with_both,
  estimated_amount,
  invoiced_amount,
  invoiced_amount - estimated_amount as difference_amount,
  round(100 * (invoiced_amount - estimated_amount) / nullif(estimated_amount, 0), 2) as difference_percent,
  not_invoiced,
  not_invoiced_amount
from monthly
order by currency, month nulls last

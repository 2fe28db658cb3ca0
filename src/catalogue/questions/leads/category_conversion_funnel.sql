/*
id: category_conversion_funnel
question: How do the categories of lead source convert?
theme: leads
grain: one row per category and currency
definition: >-
  Leads of the pool, opportunities, booked and closed jobs, bad and lost leads, each added up by
  category by itself and then laid side by side.
dateBasis: "each table by its own day: lead day (in the time zone asked for), booking day, service day, day of the loss"
receipt: all_tables
rows:
  only: [is_sold_or_no_job]
  keys: {category: lead_source_category}
  measures:
    customers: distinct customer_id where is_sold
    jobs: count where is_sold
    lead_to_quote_rate: percent quoted_leads of total_leads
    quote_to_booking_rate: percent won_leads of quoted_leads
    booking_to_closed_rate: percent closed_opportunities of booked_opportunities
    overall_conversion_rate: percent won_leads of total_leads
chart: {type: bar, x: category, y: [total_leads, booked_opportunities, jobs]}
parameters: [date_from, date_to, time_zone, currency]
columns:
  - {name: category, type: text, meaning: "Category of the lead source, or (no category)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool"}
  - {name: quoted_leads, type: integer, unit: leads, meaning: "Quote sent, or further"}
  - {name: booked_opportunities, type: integer, unit: quotes, meaning: "Opportunities"}
  - {name: closed_opportunities, type: integer, unit: quotes, meaning: "Of these closed"}
  - {name: customers, type: integer, unit: customers, meaning: "With a booked or closed job"}
  - {name: jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: bad_leads, type: integer, unit: leads, meaning: "Bad leads"}
  - {name: lost_leads, type: integer, unit: leads, meaning: "Lost leads"}
  - {name: lead_to_quote_rate, type: percent, meaning: "quoted / leads"}
  - {name: quote_to_booking_rate, type: percent, meaning: "Leads standing booked or closed / quoted"}
  - {name: booking_to_closed_rate, type: percent, meaning: "closed / opportunities"}
  - {name: overall_conversion_rate, type: percent, meaning: "Leads standing booked or closed / leads"}
caveats:
  - The documents drop leads whose customer has no job; here every stage of a category is counted by itself.
*/
with leads as (
  select
    lead_source_category as category, currency, count(*) as leads, count(*) filter (where is_quoted) as quoted, count(*) filter (where is_won) as won
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
  group by 1, 2
),

opportunities as (
  select lead_source_category as category, currency, count(*) as booked, count(*) filter (where status_group = 'closed') as closed, coalesce(sum(amount) filter (where stands), 0) as amount
  from catalogue.opportunity_facts
  where business_id = :business_id
    and (:date_from is null or booked_date >= :date_from)
    and (:date_to is null or booked_date < :date_to)
  group by 1, 2
),

sales as (
  select lead_source_category as category, currency, count(*) as jobs, count(distinct customer_id) as customers, coalesce(sum(revenue), 0) as revenue
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
  group by 1, 2
),

lost as (
  select lead_source_category as category, currency, count(*) as lost
  from catalogue.lost_lead_facts
  where business_id = :business_id
    and (:date_from is null or lost_date >= :date_from)
    and (:date_to is null or lost_date < :date_to)
  group by 1, 2
),

-- A bad lead names no branch: it stands under the currency of the business.
bad as (
  select facts.lead_source_category as category, businesses.currency::text as currency, count(*) as bad
  from catalogue.bad_lead_facts as facts
  join tenancy.businesses as businesses on businesses.id = facts.business_id
  where facts.business_id = :business_id
    and (:date_from is null or date_lead_received >= :date_from)
    and (:date_to is null or date_lead_received < :date_to)
  group by 1, 2
),

stacked as (
  select category, currency, leads, quoted, won, 0 as booked, 0 as closed, 0 as amount, 0 as jobs, 0 as customers, 0 as revenue, 0 as lost, 0 as bad from leads
  union all
  select category, currency, 0, 0, 0, booked, closed, amount, 0, 0, 0, 0, 0 from opportunities
  union all
  select category, currency, 0, 0, 0, 0, 0, 0, jobs, customers, revenue, 0, 0 from sales
  union all
  select category, currency, 0, 0, 0, 0, 0, 0, 0, 0, 0, lost, 0 from lost
  union all
  select category, currency, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, bad from bad
)

select
  category, currency, sum(leads)::bigint as total_leads, sum(quoted)::bigint as quoted_leads, sum(booked)::bigint as booked_opportunities, sum(closed)::bigint as closed_opportunities,
  sum(customers)::bigint as customers, sum(jobs)::bigint as jobs, sum(bad)::bigint as bad_leads, sum(lost)::bigint as lost_leads,
  round(100.0 * sum(quoted) / nullif(sum(leads), 0), 2) as lead_to_quote_rate,
  round(100.0 * sum(won) / nullif(sum(quoted), 0), 2) as quote_to_booking_rate,
  round(100.0 * sum(closed) / nullif(sum(booked), 0), 2) as booking_to_closed_rate,
  round(100.0 * sum(won) / nullif(sum(leads), 0), 2) as overall_conversion_rate
from stacked
where :currency is null or currency = :currency
group by 1, 2
order by total_leads desc, category, currency

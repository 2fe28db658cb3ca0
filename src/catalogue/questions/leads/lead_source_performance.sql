/*
id: lead_source_performance
question: Which lead sources bring leads, bookings and revenue?
theme: leads
grain: one row per lead source and currency
definition: >-
  Leads of the pool (one per quote number) and bad leads that are not in it, by the lead
  source their text was folded into; revenue is the actual total, else the estimated total,
  of booked and closed jobs of that source. Jobs marked as duplicates do not count.
dateBasis: lead day for leads (in the time zone asked for), service day for jobs
rows: {keys: {referral_source: source_name, category: null, affiliate_name: null}, measures: {total_leads: count where is_any_lead, quoted: count where is_quoted, booked: count where is_won, closed: count where is_closed_lead, lost: count where is_lost, bad: count where is_bad, jobs: count where is_job, avg_booking_value: total_revenue per jobs, completion_rate_percent: percent closed of booked}}
chart: {type: bar, x: referral_source, y: [total_revenue], series: currency}
parameters: [date_from, date_to, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: referral_source, type: text, meaning: "Name of the lead source, or (no source)"}
  - {name: affiliate_name, type: text, meaning: "Affiliates named by its booked and closed jobs"}
  - {name: category, type: text, meaning: "Online, Referral, Partner, Advertising or Other"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_leads, type: integer, unit: leads, meaning: "Leads of the pool and bad leads beside it"}
  - {name: quoted, type: integer, unit: leads, meaning: "Quote sent, or at a later stage"}
  - {name: booked, type: integer, unit: leads, meaning: "Standing booked or closed"}
  - {name: closed, type: integer, unit: leads, meaning: "Standing closed"}
  - {name: lost, type: integer, unit: leads, meaning: "Standing lost"}
  - {name: bad, type: integer, unit: leads, meaning: "Standing bad"}
  - {name: jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of these jobs"}
  - {name: booking_rate_percent, type: percent, meaning: "booked / (total_leads - bad)"}
  - {name: completion_rate_percent, type: percent, meaning: "closed / booked"}
  - {name: avg_booking_value, type: money, meaning: "total_revenue / jobs"}
caveats:
  - Jobs and opportunities of one move are not added up; leads are counted in the pool, money in the jobs.
  - A bad lead was no lead and is left out of the booking rate. It names no branch, so it stands under the currency of the business.
*/
with business as (select currency from tenancy.businesses where id = :business_id),

lead_counts as (
  select
    lead_source_id, unlinked_source as spelling, branch_id, count(*) as leads,
    count(*) filter (where is_quoted) as quoted,
    count(*) filter (where is_won) as booked,
    count(*) filter (where status_group = 'closed') as closed,
    count(*) filter (where status_group = 'lost') as lost,
    count(*) filter (where status_group = 'bad') as bad
  from catalogue.lead_facts
  where business_id = :business_id
    and (:date_from is null or (received_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (received_at at time zone :time_zone)::date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
  group by 1, 2, 3
  union all
  select lead_source_id, case when lead_source_id is null then nullif(trim(provider), '(no provider)') end, null, count(*), 0, 0, 0, 0, count(*)
  from catalogue.bad_lead_facts
  where business_id = :business_id
    and lead_status_id is null
    and (:date_from is null or date_lead_received >= :date_from)
    and (:date_to is null or date_lead_received < :date_to)
    and :branch is null and :sales_person is null
  group by 1, 2
),

job_counts as (
  select
    lead_source_id, case when lead_source_id is null then nullif(lead_source_name, '(no source)') end as spelling, affiliate_name, branch_id,
    count(*) as jobs, coalesce(sum(revenue), 0) as revenue
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
  group by 1, 2, 3, 4
),

-- Leads and jobs stacked, never joined to each other: nothing can multiply.
stacked as (
  select lead_source_id, spelling, branch_id, leads, quoted, booked, closed, lost, bad, 0 as jobs, 0 as revenue, null as affiliate_name
  from lead_counts
  union all
  select lead_source_id, spelling, branch_id, 0, 0, 0, 0, 0, 0, jobs, revenue, affiliate_name
  from job_counts
),

folded as (
  select
    stacked.*,
    coalesce(sources.name, nullif(stacked.spelling, ''), '(no source)') as source_name,
    sources.category,
    coalesce(branches.currency, business.currency) as row_currency
  from stacked
  cross join business
  left join journey.lead_source_spellings as spellings on spellings.business_id = :business_id and spellings.spelling = stacked.spelling
  left join journey.lead_sources as sources
    on sources.business_id = :business_id and sources.id = coalesce(stacked.lead_source_id, spellings.lead_source_id)
  left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = stacked.branch_id
  where (:lead_source is null or sources.id = :lead_source)
    and (:currency is null or coalesce(branches.currency, business.currency) = :currency)
)

select
  source_name as referral_source,
  string_agg(distinct affiliate_name, ', ' order by affiliate_name) as affiliate_name,
  category,
  row_currency as currency,
  sum(leads)::bigint as total_leads,
  sum(quoted)::bigint as quoted,
  sum(booked)::bigint as booked,
  sum(closed)::bigint as closed,
  sum(lost)::bigint as lost,
  sum(bad)::bigint as bad,
  sum(jobs)::bigint as jobs,
  sum(revenue) as total_revenue,
  round(100 * sum(booked) / nullif(sum(leads) - sum(bad), 0), 2) as booking_rate_percent,
  round(100 * sum(closed) / nullif(sum(booked), 0), 2) as completion_rate_percent,
  round(sum(revenue) / nullif(sum(jobs), 0), 2) as avg_booking_value
from folded
group by source_name, category, row_currency
order by total_revenue desc, total_leads desc, referral_source, currency

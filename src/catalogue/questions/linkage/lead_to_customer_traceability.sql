/*
id: lead_to_customer_traceability
question: From which lead, bad lead or lost lead did each customer come?
theme: linkage
grain: one row per lead, bad lead and lost lead
definition: >-
  Leads of the pool, bad leads and lost leads, each with one opportunity: that of its quote
  number, else the first one booked by its customer from the lead day on. A bad lead found to be a
  lead of the pool takes that one's quote number.
dateBasis: lead day (in the time zone asked for), when days are asked for
receipt: lead_tables
rows:
  keys: {lead_id: id, quote_number: null}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - time_zone
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many leads"}
columns:
  - {name: quote_number, type: text, meaning: "Quote number; of a bad lead that of the lead it was found to be"}
  - {name: lead_id, type: uuid, meaning: "Id of the row here"}
  - {name: lead_source, type: text, meaning: "lead_status, bad_leads or lost_leads"}
  - {name: lead_status, type: text, meaning: "Status as written; of bad and lost leads the reason"}
  - {name: lead_sales_person, type: text, meaning: "Who has the lead"}
  - {name: lead_branch_name, type: text, meaning: "Branch of the lead"}
  - {name: lead_referral_source, type: text, meaning: "Source of the lead"}
  - {name: time_to_contact, type: text, meaning: "As the report writes it"}
  - {name: lead_created_at, type: instant, meaning: "When the lead came"}
  - {name: booked_opportunity_id, type: uuid, meaning: "The one opportunity it is matched to"}
  - {name: booked_opportunity_status, type: text, meaning: "Its status as written"}
  - {name: booked_customer_id, type: uuid, meaning: "Its customer"}
  - {name: booked_date, type: date, meaning: "Booking day"}
  - {name: booked_sales_person, type: text, meaning: "Who sold"}
  - {name: booked_branch_name, type: text, meaning: "Its branch"}
  - {name: final_customer_id, type: uuid, meaning: "Who it is"}
  - {name: final_customer_name, type: text, meaning: "Name"}
  - {name: final_customer_email, type: text, meaning: "E-mail"}
  - {name: final_customer_phone, type: text, meaning: "Phone"}
  - {name: customer_job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs of the customer"}
  - {name: customer_revenue, type: money, meaning: "Revenue of these"}
  - {name: first_customer_job_date, type: date, meaning: "First service day"}
  - {name: journey_status, type: text, meaning: "Converted to Customer, Booked, Not Yet Customer, Booked Once, Lost Lead, Bad Lead or Active Lead"}
  - {name: days_to_customer_conversion, type: integer, unit: days, meaning: "From lead day to first service day"}
  - {name: days_to_booking, type: integer, unit: days, meaning: "From lead day to booking day"}
caveats:
  - The documents drop leads whose customer has no job; here every lead has its row, with zeros.
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - "One row per lead: the documents join by quote number or customer or e-mail or phone at once, which multiplies rows. E-mail and phone speak through the customer here."
  - Revenue is empty when the jobs of the customer are in several currencies.
*/
-- The leads to list are chosen by their day alone, and looked up by name afterwards.
with days (id, lead_at) as (
  select id, received_at from catalogue.lead_facts where business_id = :business_id
  union all
  select id, date_lead_received::timestamp at time zone :time_zone from catalogue.bad_lead_facts where business_id = :business_id
  union all
  select id, received_at from catalogue.lost_lead_facts where business_id = :business_id
),

listed as materialized (
  select id, lead_at
  from days
  where (:date_from is null or (lead_at at time zone :time_zone)::date >= :date_from)
    and (:date_to is null or (lead_at at time zone :time_zone)::date < :date_to)
  order by lead_at desc nulls last, id
  limit :limit
),

everybody (quote_number, lead_id, lead_source, lead_status, sales_person, branch_name, referral_source, time_to_contact, customer_id, bad_lead_of, standing) as (
  select
    quote_number, id, 'lead_status', status, sales_person_name, branch_name, lead_source_name, time_to_contact, customer_id, null::uuid,
    case when is_lost then 'Lost Lead' when is_bad then 'Bad Lead' else 'Active Lead' end
  from catalogue.lead_facts where business_id = :business_id and id in (select id from listed)
  union all
  select null, id, 'bad_leads', reason, null, null, lead_source_name, null, customer_id, lead_status_id, 'Bad Lead'
  from catalogue.bad_lead_facts where business_id = :business_id and id in (select id from listed)
  union all
  select quote_number, id, 'lost_leads', reason, null, branch_name, lead_source_name, time_to_first_contact, customer_id, null, 'Lost Lead'
  from catalogue.lost_lead_facts where business_id = :business_id and id in (select id from listed)
),

chosen as materialized (
  select everybody.*, listed.lead_at, coalesce(everybody.quote_number, leads.quote_number) as known_quote
  from listed
  join everybody on everybody.lead_id = listed.id
  left join catalogue.lead_facts as leads on leads.business_id = :business_id and leads.id = everybody.bad_lead_of
)

select
  chosen.known_quote as quote_number, chosen.lead_id, chosen.lead_source, chosen.lead_status, chosen.sales_person as lead_sales_person,
  chosen.branch_name as lead_branch_name, chosen.referral_source as lead_referral_source, chosen.time_to_contact, chosen.lead_at as lead_created_at,
  booked.id as booked_opportunity_id, booked.status as booked_opportunity_status, booked.customer_id as booked_customer_id, booked.booked_date,
  booked.sales_person_name as booked_sales_person, booked.branch_name as booked_branch_name,
  customers.id as final_customer_id, customers.name as final_customer_name, customers.email as final_customer_email, customers.phone as final_customer_phone,
  coalesce(sales.jobs, 0) as customer_job_count, sales.revenue as customer_revenue, sales.first_day as first_customer_job_date,
  case
    when sales.jobs > 0 then 'Converted to Customer' when booked.stands then 'Booked, Not Yet Customer' when booked.id is not null then 'Booked Once'
    else chosen.standing
  end as journey_status,
  sales.first_day - (chosen.lead_at at time zone :time_zone)::date as days_to_customer_conversion,
  booked.booked_date - (chosen.lead_at at time zone :time_zone)::date as days_to_booking
from chosen
left join lateral (
  select *
  from catalogue.opportunity_facts
  where business_id = :business_id
    and (quote_number = chosen.known_quote or (customer_id = chosen.customer_id and booked_date >= (chosen.lead_at at time zone :time_zone)::date))
  order by quote_number = chosen.known_quote desc nulls last, booked_date, id
  limit 1
) as booked on true
left join customers.customers as customers on customers.business_id = :business_id and customers.id = coalesce(chosen.customer_id, booked.customer_id)
left join lateral (
  select
    count(*) as jobs, count(*) filter (where status = 'BOOKED') as booked, count(*) filter (where status = 'CLOSED') as closed,
    case when count(distinct currency) < 2 then coalesce(sum(revenue), 0) end as revenue, min(job_date) as first_day, max(job_date) as last_day
  from catalogue.job_facts
  where business_id = :business_id and customer_id = customers.id and is_sold
) as sales on customers.id is not null
order by chosen.lead_at desc nulls last, chosen.lead_id

/*
id: customer_complete_profile
question: What do we know about this customer, from first lead to last job?
theme: customers
grain: one row per customer
definition: >-
  A customer with the lists of their jobs, opportunities, leads, lost and bad leads. Job
  revenue is the actual total, else the estimated total, of booked and closed jobs; duplicates
  do not count. Customers merged into another and customers without any row are left out.
dateBasis: none (all rows as they stand)
rows:
  keys: {gender: null, currency: null}
  measures: {bad_leads: null, booked_opportunities: null, lost_leads: null, total_jobs: null, total_bad_leads: count where is_bad_lead, total_booked_opportunities: count where is_opportunity, total_lead_status_records: count where is_lead, total_lost_leads: count where is_lost_lead}
chart: {type: table}
parameters:
  - customer
  - {name: limit, type: integer, default: 100, least: 1, most: 10000, meaning: "At most so many customers, in the order of their name"}
columns: [
  {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}, {name: customer_name, type: text, meaning: "Name"},
  {name: email, type: text, meaning: "E-mail"}, {name: phone, type: text, meaning: "Phone"},
  {name: first_name, type: text, meaning: "First name"}, {name: last_name, type: text, meaning: "Last name"},
  {name: origin_city, type: text, meaning: "City moved from"}, {name: origin_state, type: text, meaning: "State moved from"},
  {name: destination_city, type: text, meaning: "City moved to"}, {name: destination_state, type: text, meaning: "State moved to"},
  {name: gender, type: text, meaning: "MALE, FEMALE or UNCERTAIN"}, {name: customer_created_at, type: instant, meaning: "First known here"},
  {name: jobs, type: json, meaning: "List, newest first"}, {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"},
  {name: total_job_revenue, type: money, meaning: "Of booked and closed jobs; empty when in several currencies"},
  {name: bad_leads, type: json, meaning: "List, newest first"}, {name: total_bad_leads, type: integer, unit: leads, meaning: "Bad leads"},
  {name: booked_opportunities, type: json, meaning: "List, newest first"}, {name: total_booked_opportunities, type: integer, unit: quotes, meaning: "All"},
  {name: total_opportunity_revenue, type: money, meaning: "Invoiced, else estimated, of those neither cancelled nor lost; empty when in several currencies"},
  {name: lead_status_records, type: json, meaning: "List, newest first"}, {name: total_lead_status_records, type: integer, unit: leads, meaning: "All"},
  {name: lost_leads, type: json, meaning: "List, newest first"}, {name: total_lost_leads, type: integer, unit: leads, meaning: "All"},
  {name: customer_type, type: text, meaning: "repeat customer, customer, booked, lost lead, bad lead or lead"},
  {name: total_customer_value, type: money, meaning: "Job revenue, and opportunities that have no job yet; empty when in several currencies"},
  {name: currency, type: text, meaning: "Currency of the money; empty when in several or none"},
]
caveats:
  - The documents read the seller from a column that these tables lack; here it is the sales person a row was linked to.
  - A job and the opportunity it came from are one sale, so their money is not added. The lists hold each amount with its currency.
*/
with chosen as materialized (
  select customers.*
  from customers.customers as customers
  where customers.business_id = :business_id
    and customers.is_primary_record
    and (:customer is null or customers.id = :customer)
    and exists (
      select from journey.jobs where business_id = :business_id and customer_id = customers.id
      union all select from journey.lead_status where business_id = :business_id and customer_id = customers.id
      union all select from journey.lost_leads where business_id = :business_id and customer_id = customers.id
      union all select from journey.bad_leads where business_id = :business_id and customer_id = customers.id
      union all select from journey.booked_opportunities where business_id = :business_id and customer_id = customers.id
    )
  order by lower(customers.name), customers.id
  limit :limit
)

select
  chosen.id as customer_id, chosen.name as customer_name, chosen.email, chosen.phone, chosen.first_name, chosen.last_name,
  chosen.origin_city, chosen.origin_state, chosen.destination_city, chosen.destination_state, chosen.gender,
  chosen.created_at as customer_created_at,
  jobs.list as jobs, jobs.total as total_jobs,
  case when cardinality(jobs.currencies) < 2 then jobs.revenue end as total_job_revenue,
  bad.list as bad_leads, bad.total as total_bad_leads,
  booked.list as booked_opportunities, booked.total as total_booked_opportunities,
  case when cardinality(booked.currencies) < 2 then booked.revenue end as total_opportunity_revenue,
  leads.list as lead_status_records, leads.total as total_lead_status_records,
  lost.list as lost_leads, lost.total as total_lost_leads,
  case
    when jobs.sold > 1 then 'repeat customer' when jobs.sold = 1 then 'customer' when booked.standing > 0 then 'booked'
    when lost.total > 0 then 'lost lead' when bad.total > 0 and leads.total = 0 then 'bad lead' else 'lead'
  end as customer_type,
  case when jobs.currencies || booked.currencies <@ money.one then jobs.revenue + booked.revenue_without_job end as total_customer_value,
  case when jobs.currencies || booked.currencies <@ money.one then money.one[1] end as currency
from chosen
-- Each table summed by itself and then laid beside the customer: no row multiplies another.
cross join lateral (
  select
    count(*) as total, count(*) filter (where is_sold) as sold, coalesce(sum(amount) filter (where is_sold), 0) as revenue,
    coalesce(array_agg(distinct currency) filter (where is_sold), '{}') as currencies,
    coalesce(jsonb_agg(to_jsonb(listed) - 'is_sold' order by job_date desc nulls last, job_number), '[]') as list
  from (
    select job_id, job_number, opportunity_status, job_date, job_type, branch_name, opportunity_status in ('BOOKED', 'CLOSED') as is_sold,
      coalesce(total_actual_cost, total_estimated_cost) as amount, coalesce(branches.currency, businesses.currency)::text as currency
    from journey.jobs as jobs
    join tenancy.businesses as businesses on businesses.id = :business_id
    left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = jobs.branch_id
    where jobs.business_id = :business_id and jobs.customer_id = chosen.id and not jobs.is_duplicate
  ) as listed
) as jobs
cross join lateral (
  select
    count(*) as total, count(*) filter (where stands) as standing, coalesce(sum(amount) filter (where stands), 0) as revenue,
    coalesce(sum(amount) filter (where stands and not has_job), 0) as revenue_without_job,
    coalesce(array_agg(distinct currency) filter (where stands), '{}') as currencies,
    coalesce(jsonb_agg(to_jsonb(listed) - 'stands' order by booked_date desc nulls last, quote_number), '[]') as list
  from (
    select quote_number, status, booked_date, service_date, branch_name, coalesce(status_group not in ('cancelled', 'lost', 'bad'), true) as stands,
      coalesce(invoiced_amount, estimated_amount) as amount, coalesce(branches.currency, businesses.currency)::text as currency,
      exists (select from journey.jobs where business_id = :business_id and quote_number = booked.quote_number and not is_duplicate) as has_job
    from journey.booked_opportunities as booked
    join tenancy.businesses as businesses on businesses.id = :business_id
    left join tenancy.branches as branches on branches.business_id = :business_id and branches.id = booked.branch_id
    where booked.business_id = :business_id and booked.customer_id = chosen.id
  ) as listed
) as booked
cross join lateral (
  select count(*) as total, coalesce(jsonb_agg(to_jsonb(listed) order by received_at desc nulls last, quote_number), '[]') as list
  from (select quote_number, status, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as received_at, referral_source, branch_name, time_to_contact
    from journey.lead_status where business_id = :business_id and customer_id = chosen.id) as listed
) as leads
cross join lateral (
  select count(*) as total, coalesce(jsonb_agg(to_jsonb(listed) order by lost_date desc nulls last, quote_number), '[]') as list
  from (select quote_number, name, lost_date, move_date, reason from journey.lost_leads where business_id = :business_id and customer_id = chosen.id) as listed
) as lost
cross join lateral (
  select count(*) as total, coalesce(jsonb_agg(to_jsonb(listed) order by date_lead_received desc nulls last, provider), '[]') as list
  from (select provider, customer_name, date_lead_received, move_date, lead_bad_reason from journey.bad_leads where business_id = :business_id and customer_id = chosen.id) as listed
) as bad
cross join lateral (select (jobs.currencies || booked.currencies)[1:1] as one) as money
order by lower(chosen.name), chosen.id

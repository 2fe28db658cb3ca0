/*
id: customer_preferences_analysis
question: What does each repeat customer usually ask for?
theme: customer_behavior
grain: one row per customer and currency
definition: >-
  Of the booked and closed jobs of customers with more than one: the most frequent kind, place,
  branch, month, weekday, seller and source (of equals the first by alphabet).
dateBasis: service day (jobs.job_date), when days are asked for
receipt: returning_jobs
rows: {only: [is_sold, repeats]}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: preferred_job_type, type: text, meaning: "Most frequent kind of move"}
  - {name: job_types_used, type: integer, unit: types, meaning: "Different kinds of move"}
  - {name: preferred_origin_city, type: text, meaning: "Most frequent city moved from"}
  - {name: preferred_destination_city, type: text, meaning: "Most frequent city moved to"}
  - {name: preferred_branch, type: text, meaning: "Most frequent branch"}
  - {name: branches_used, type: integer, unit: branches, meaning: "Different branches"}
  - {name: preferred_month, type: integer, meaning: "Most frequent month, 1 to 12"}
  - {name: preferred_day_of_week_name, type: text, meaning: "Most frequent weekday"}
  - {name: preferred_sales_person, type: text, meaning: "Most frequent sales person"}
  - {name: sales_people_used, type: integer, unit: people, meaning: "Different sales people"}
  - {name: preferred_referral_source, type: text, meaning: "Most frequent lead source"}
  - {name: referral_sources_used, type: integer, unit: sources, meaning: "Different lead sources"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: job_type_preference_category, type: text, meaning: "single, few (up to 3) or varied"}
  - {name: branch_preference_category, type: text, meaning: "single, few (up to 3) or varied"}
caveats:
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

-- Who came once has no preference: eight sorts per customer are spared for five of six.
repeated as (
  select customer_id, currency
  from jobs
  group by 1, 2
  having count(*) > 1
),

summed as (
  select
    customer_id, currency,
    count(*) as total_jobs,
    mode() within group (order by job_type) as preferred_job_type,
    mode() within group (order by origin_city) as preferred_origin_city,
    mode() within group (order by destination_city) as preferred_destination_city,
    mode() within group (order by branch_name) as preferred_branch,
    mode() within group (order by sales_person_name) as preferred_sales_person,
    mode() within group (order by lead_source_name) as preferred_referral_source,
    mode() within group (order by extract(month from job_date)::integer) as preferred_month,
    mode() within group (order by extract(isodow from job_date)::integer) as preferred_day,
    count(distinct job_type) as job_types_used,
    count(distinct branch_id) as branches_used,
    count(distinct sales_person_id) as sales_people_used,
    count(distinct lead_source_name) as referral_sources_used,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    min(job_date) as first_job_date, max(job_date) as last_job_date
  from jobs
  join repeated using (customer_id, currency)
  group by 1, 2
)

select
  summed.customer_id,
  customers.name as customer_name,
  summed.currency,
  total_jobs,
  preferred_job_type,
  job_types_used,
  preferred_origin_city,
  preferred_destination_city,
  preferred_branch,
  branches_used,
  preferred_month,
  (array['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])[preferred_day] as preferred_day_of_week_name,
  preferred_sales_person,
  sales_people_used,
  preferred_referral_source,
  referral_sources_used,
  total_revenue,
  avg_job_value,
  first_job_date, last_job_date,
  case when job_types_used = 1 then 'single' when job_types_used <= 3 then 'few' else 'varied' end as job_type_preference_category,
  case when branches_used <= 1 then 'single' when branches_used <= 3 then 'few' else 'varied' end as branch_preference_category
from summed
join customers.customers as customers on customers.business_id = :business_id and customers.id = summed.customer_id
order by total_jobs desc, total_revenue desc, customer_name, summed.customer_id
limit :limit

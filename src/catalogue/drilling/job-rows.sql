/*
keys:
  - [id, job_id, job_number, quote_number, customer_id, currency, opportunity_status, job_type, route_type]
  - [branch_id, branch_name, branch_city, branch_state, sales_person_id, sales_person_name]
  - [lead_source_id, lead_source_name, lead_source_category, affiliate_name, gender]
  - [origin_city, origin_state, destination_city, destination_state]
  - [month, quarter, year, month_number]
measures:
  total_jobs: count
  booked_jobs: count where is_booked
  closed_jobs: count where is_closed
  quoted_jobs: count where is_quoted
  lost_jobs: count where is_lost
  cancelled_jobs: count where is_cancelled
  sold_jobs: count where is_sold
  unique_customers: distinct customer_id
  branches_worked: distinct branch_id
  sales_people_count: distinct sales_person_id
  job_types_used: distinct job_type
  total_revenue: sum revenue
  booked_revenue: sum revenue where is_booked
  closed_revenue: sum revenue where is_closed
  total_estimated: sum estimated where is_sold
  total_actual: sum actual where is_sold
  avg_job_value: mean revenue
  median_job_value: median revenue
  revenue_per_job: total_revenue per sold_jobs
  first_job_date: first job_date
  last_job_date: last job_date
  booking_rate_percent: percent sold_jobs of total_jobs
  avg_crew_size: mean crew where is_sold
  avg_trucks: mean trucks where is_sold
  total_crew_hours: sum crew_hours where is_sold
  total_truck_hours: sum truck_hours where is_sold
*/
-- Rows of questions about jobs. The file that names this frame says which of them count.
select
  'job' as source,
  jobs.*,
  coalesce(jobs.job_number, jobs.job_id) as reference,
  jobs.job_date as day,
  jobs.status as opportunity_status,
  coalesce(jobs.status = 'BOOKED', false) as is_booked,
  coalesce(jobs.status = 'CLOSED', false) as is_closed,
  coalesce(jobs.status = 'QUOTED', false) as is_quoted,
  coalesce(jobs.status = 'LOST', false) as is_lost,
  coalesce(jobs.status = 'CANCELLED', false) as is_cancelled,
  coalesce(jobs.affiliate_name is not null, false) as has_affiliate,
  jobs.customer_id is not null as has_customer,
  date_trunc('month', jobs.job_date::timestamp)::date as month,
  date_trunc('quarter', jobs.job_date::timestamp)::date as quarter,
  date_trunc('year', jobs.job_date::timestamp)::date as first_of_year,
  extract(year from jobs.job_date)::integer as year,
  extract(month from jobs.job_date)::integer as month_number,
  jobs.crew * jobs.hours as crew_hours,
  jobs.trucks * jobs.hours as truck_hours,
  jobs.actual - jobs.estimated as variance,
  case when jobs.booked_at >= jobs.quoted_at then extract(epoch from jobs.booked_at - jobs.quoted_at) / 3600 end as hours_to_book,
  case
    when jobs.job_date >= (jobs.booked_at at time zone jobs.time_zone)::date then jobs.job_date - (jobs.booked_at at time zone jobs.time_zone)::date
  end as days_to_job,
  (jobs.quoted_at at time zone jobs.time_zone)::date as quote_day,
  people.gender
from catalogue.job_facts as jobs
left join customers.customers as people on people.business_id = :business_id and people.id = jobs.customer_id
where jobs.business_id = :business_id

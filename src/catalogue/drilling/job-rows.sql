/*
keys:
  - [id, job_id, job_number, quote_number, customer_id, currency, opportunity_status, job_type, route_type]
  - [branch_id, branch_name, branch_city, branch_state, sales_person_id, sales_person_name]
  - [lead_source_id, lead_source_name, lead_source_category, affiliate_name, gender]
  - [origin_city, origin_state, destination_city, destination_state]
  - [month, quarter, year, month_number]
measures:
  {
    total_jobs: count, job_count: count, booked_jobs: count where is_booked, booked_count: count where is_booked, closed_jobs: count where is_closed,
    closed_count: count where is_closed, quoted_jobs: count where is_quoted, quoted_count: count where is_quoted, lost_jobs: count where is_lost,
    lost_count: count where is_lost, cancelled_jobs: count where is_cancelled, sold_jobs: count where is_sold, unique_customers: distinct customer_id,
    total_customers: distinct customer_id, customer_count: distinct customer_id, buyers: distinct customer_id where is_sold,
    branches_worked: distinct branch_id, branches_used: distinct branch_id, branches_serving: distinct branch_id, active_branches: distinct branch_id,
    total_branches: distinct branch_id, sales_people_count: distinct sales_person_id, sales_people_used: distinct sales_person_id,
    active_sales_people: distinct sales_person_id, total_sales_people: distinct sales_person_id, job_types_used: distinct job_type,
    job_types_handled: distinct job_type, referral_sources_used: distinct lead_source_name, months_active: distinct month, years_active: distinct year,
    active_days: distinct job_date, total_revenue: sum revenue, revenue: sum revenue, booked_revenue: sum revenue where is_booked,
    closed_revenue: sum revenue where is_closed, total_estimated: sum estimated where is_sold, total_actual: sum actual where is_sold,
    variance_amount: sum variance where is_sold, estimated_of_actual: sum estimated where is_sold and has_actual,
    variance_percent: percent variance_amount of estimated_of_actual, avg_job_value: mean revenue, avg_booked_value: mean revenue where is_booked,
    avg_closed_value: mean revenue where is_closed, median_job_value: median revenue, p25_job_value: p25 revenue, p75_job_value: p75 revenue,
    min_job_value: least revenue, max_job_value: most revenue, revenue_per_job: total_revenue per sold_jobs,
    revenue_per_customer: total_revenue per buyers, jobs_per_customer: total_jobs per unique_customers, jobs_per_day: total_jobs per active_days,
    first_job_date: first job_date, last_job_date: last job_date, booking_rate_percent: percent sold_jobs of total_jobs,
    closing_rate_percent: percent closed_jobs of sold_jobs, loss_rate_percent: percent lost_jobs of total_jobs,
    percentage_of_total: share total_jobs within currency, avg_crew_size: mean crew where is_sold, avg_crew_per_job: mean crew where is_sold,
    avg_trucks: mean trucks where is_sold, avg_trucks_used: mean trucks where is_sold, avg_trucks_per_job: mean trucks where is_sold,
    total_crew_hours: sum crew_hours where is_sold, total_truck_hours: sum truck_hours where is_sold,
    crew_hour_revenue: sum revenue where has_crew_hours, truck_hour_revenue: sum revenue where has_truck_hours,
    revenue_per_crew_hour: crew_hour_revenue per total_crew_hours, revenue_per_truck_hour: truck_hour_revenue per total_truck_hours,
    crew_hours_per_day: total_crew_hours per active_days, truck_hours_per_day: total_truck_hours per active_days
  }
all:
  - [industry_avg_jobs, industry_avg_revenue, industry_avg_job_value, industry_avg_booking_rate, industry_avg_closing_rate]
  - [jobs_vs_industry_percent, revenue_vs_industry_percent, job_value_vs_industry_percent, booking_rate_vs_industry]
  - [historical_avg_jobs, historical_avg_revenue, historical_avg_job_value, historical_avg_booking_rate, historical_avg_closing_rate]
  - [jobs_vs_historical_percent, revenue_vs_historical_percent, job_value_vs_historical_percent, booking_rate_vs_historical]
  - [closing_rate_vs_historical, market_total_jobs, market_total_revenue, overall_monthly_avg, deviation_from_avg]
  - [three_month_moving_avg, six_month_moving_avg, twelve_month_moving_avg, seasonal_average, same_month_previous_year, yoy_change_percent]
  - [forecast_lower_bound, forecast_upper_bound, backtest_miss, backtest_percent, forecasted_demand, forecasted_job_count, forecasted_revenue]
  - [exponential_smoothing_forecast, linear_trend_forecast, recommended_forecast, previous_period_revenue, period_over_period_change_percent]
  - [previous_month_jobs, previous_month_revenue, month_over_month_change_percent, revenue_mom_change_percent, revenue_yoy_change_percent]
  - [previous_year_jobs, previous_year_revenue, previous_year_customers, job_growth_percent, revenue_growth_percent, customer_growth_percent]
  - [mean_jobs, stddev_jobs, mean_revenue, stddev_revenue, z_score_jobs, z_score_revenue, iqr_jobs, iqr_revenue]
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
  jobs.sales_person_id is not null as has_sales_person,
  jobs.origin_city is not null as has_origin,
  jobs.destination_city is not null as has_destination,
  jobs.origin_city is not null and jobs.destination_city is not null as has_places,
  jobs.estimated is not null and jobs.actual is not null as has_totals,
  coalesce(jobs.booked_at >= jobs.quoted_at, false) as is_timed,
  jobs.job_date is not null as is_dated,
  coalesce(jobs.job_date <= :as_of, false) as is_past,
  coalesce(jobs.job_date >= :as_of, false) as is_coming,
  coalesce(jobs.job_date < date_trunc('month', :as_of::timestamp), false) as is_whole_month,
  coalesce(
    jobs.job_date >= catalogue.period_start(:as_of, 'year', businesses.week_start, businesses.fiscal_year_start_month) - interval '1 year' and jobs.job_date < :as_of,
    false
  ) as is_compared,
  date_trunc('month', jobs.job_date::timestamp)::date as month,
  date_trunc('quarter', jobs.job_date::timestamp)::date as quarter,
  date_trunc('year', jobs.job_date::timestamp)::date as first_of_year,
  catalogue.period_start(jobs.job_date, 'quarter', businesses.week_start, businesses.fiscal_year_start_month) as fiscal_quarter,
  catalogue.period_start(jobs.job_date, 'year', businesses.week_start, businesses.fiscal_year_start_month) as first_of_fiscal_year,
  catalogue.fiscal_year(jobs.job_date, businesses.fiscal_year_start_month) as fiscal_year,
  extract(year from jobs.job_date)::integer as year,
  extract(month from jobs.job_date)::integer as month_number,
  extract(isodow from jobs.job_date)::integer as weekday_number,
  (jobs.booked_at at time zone jobs.time_zone)::date as booked_day,
  case
    when coalesce(jobs.estimated, jobs.worth) is null then 'no amount' when coalesce(jobs.estimated, jobs.worth) < 500 then 'under 500' when coalesce(jobs.estimated, jobs.worth) < 1000 then '500-999'
    when coalesce(jobs.estimated, jobs.worth) < 2000 then '1,000-1,999' when coalesce(jobs.estimated, jobs.worth) < 5000 then '2,000-4,999' else '5,000 and more'
  end as quoted_band,
  case
    when jobs.revenue is null then 'no amount' when jobs.revenue < 500 then 'under 500' when jobs.revenue < 1000 then '500-999'
    when jobs.revenue < 2000 then '1,000-1,999' when jobs.revenue < 5000 then '2,000-4,999' else '5,000 and more'
  end as revenue_band,
  jobs.crew * jobs.hours as crew_hours,
  jobs.trucks * jobs.hours as truck_hours,
  jobs.actual - jobs.estimated as variance,
  jobs.actual is not null as has_actual,
  coalesce(jobs.crew * jobs.hours > 0, false) as has_crew_hours,
  coalesce(jobs.trucks * jobs.hours > 0, false) as has_truck_hours,
  case when jobs.booked_at >= jobs.quoted_at then extract(epoch from jobs.booked_at - jobs.quoted_at) / 3600 end as hours_to_book,
  case
    when jobs.job_date >= (jobs.booked_at at time zone jobs.time_zone)::date then jobs.job_date - (jobs.booked_at at time zone jobs.time_zone)::date
  end as days_to_job,
  (jobs.quoted_at at time zone jobs.time_zone)::date as quote_day,
  coalesce(jobs.booked_at is not null or jobs.status in ('BOOKED', 'CLOSED'), false) and coalesce(jobs.status in ('BOOKED', 'CLOSED', 'CANCELLED'), false) as was_booked,
  jobs.crew is not null as has_crew, jobs.trucks is not null as has_trucks,
  coalesce(jobs.estimated > 0 and jobs.actual is not null, false) as has_both,
  coalesce(jobs.actual between 0.9 * jobs.estimated and 1.1 * jobs.estimated, false) as is_within_10,
  coalesce(jobs.actual > 1.1 * jobs.estimated, false) as is_over_10,
  coalesce(jobs.actual < 0.9 * jobs.estimated, false) as is_under_10,
  100 * abs(jobs.actual - jobs.estimated) / nullif(jobs.estimated, 0) as miss_percent,
  to_char(jobs.job_date, 'YYYY-MM') as month_text,
  date_trunc('month', jobs.quoted_at at time zone jobs.time_zone)::date as quote_month,
  (array['winter', 'spring', 'summer', 'fall'])[((extract(month from jobs.job_date)::integer % 12) / 3) + 1] as season,
  catalogue.period_start(jobs.job_date, 'week', businesses.week_start, businesses.fiscal_year_start_month) as week,
  people.gender,
  people.first_lead_date
from catalogue.job_facts as jobs
join tenancy.businesses as businesses on businesses.id = :business_id
left join customers.customers as people on people.business_id = :business_id and people.id = jobs.customer_id
where jobs.business_id = :business_id

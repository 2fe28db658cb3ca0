/*
keys:
  - [period, span]
measures:
  bookings: count
  ever_booked: count
  booked_value: sum worth
  still_standing: count where is_sold
  cancelled_since: count where is_cancelled
  standing_value: sum revenue
*/
-- Rows of questions about jobs by the day of their booking, also those cancelled since.
-- frame: jobs
select
  job_rows.*,
  catalogue.period_start(booked_day, :period, businesses.week_start, businesses.fiscal_year_start_month) as period,
  case
    when job_date is null then 'no service day' when job_date < booked_day then 'service day before the booking'
    when job_date = booked_day then 'the same day' when job_date - booked_day <= 3 then '1-3 days' when job_date - booked_day <= 7 then '4-7 days'
    when job_date - booked_day <= 14 then '8-14 days' when job_date - booked_day <= 30 then '15-30 days' else 'over 30 days'
  end as span
from job_rows
join tenancy.businesses as businesses on businesses.id = :business_id
where booked_day is not null
  and (:date_from is null or booked_day >= :date_from)
  and (:date_to is null or booked_day < :date_to)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or job_rows.currency = :currency)

-- A business with its settings. $1 business
select
  id,
  slug,
  name,
  time_zone as "timeZone",
  currency,
  country,
  week_start as "weekStart",
  fiscal_year_start_month as "fiscalYearStart",
  is_sample as "isSample"
from tenancy.businesses
where id = $1

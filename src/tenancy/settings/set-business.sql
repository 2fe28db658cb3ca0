-- The settings of a business; a null leaves one as it is.
-- $1 business, $2 name, $3 time zone, $4 currency, $5 country, $6 first day of the week,
-- $7 first month of the fiscal year
update tenancy.businesses
set
  name = coalesce($2, name),
  time_zone = coalesce($3, time_zone),
  currency = coalesce($4, currency),
  country = coalesce($5, country),
  week_start = coalesce($6, week_start),
  fiscal_year_start_month = coalesce($7, fiscal_year_start_month)
where id = $1

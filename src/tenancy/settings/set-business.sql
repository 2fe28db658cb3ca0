-- The settings of a business; a null leaves one as it is.
-- $1 business, $2 name, $3 time zone, $4 currency, $5 country
update tenancy.businesses
set
  name = coalesce($2, name),
  time_zone = coalesce($3, time_zone),
  currency = coalesce($4, currency),
  country = coalesce($5, country)
where id = $1

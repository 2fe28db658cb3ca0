-- What stands for an empty time_zone and as_of ($1 business, $2 the zone asked for or null).
select
  coalesce($2::text, business.time_zone) as "timeZone",
  (now() at time zone coalesce($2::text, business.time_zone))::date::text as today
from tenancy.businesses as business
where business.id = $1

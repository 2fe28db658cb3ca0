-- The golden values of the customers in `golden_picks`, read from the picked records.
-- The last name is the rest behind the first word, without the suffix.
-- Gender is only ever said by hand; what was settled after this was read is written to new customers too.
-- $1 business
select
  pick.customer_id,
  pick.is_new,
  naming.display_name as name,
  split_part(naming.display_name, ' ', 1) as first_name,
  nullif(
    regexp_replace(
      substr(naming.display_name, length(split_part(naming.display_name, ' ', 1)) + 2),
      case when naming.suffix is null then '^$' else '\s*\S+$' end,
      ''
    ),
    ''
  ) as last_name,
  mailing.email_key as email,
  calling.phone_key as phone,
  null::text as gender,
  false as is_settled
from golden_picks as pick
left join customers.records as naming
  on naming.business_id = $1
  and naming.id = pick.name_record_id
left join customers.records as mailing
  on mailing.business_id = $1
  and mailing.id = pick.email_record_id
left join customers.records as calling
  on calling.business_id = $1
  and calling.id = pick.phone_record_id

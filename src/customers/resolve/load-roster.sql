-- The records to resolve, oldest first, texts as 64-bit hashes. The hashes live for one run;
-- among a million values the chance that any two collide is one in 37 million.
-- The rows are put in by load-roster.ts: COPY takes no parameters.
select
  record.id,
  record.customer_id,
  case
    when record.first_key is null then 0
    when record.last_key is null then 1
    when length(record.first_key) = 1 then 2
    else 3
  end + record.arrived as flags,
  hashtextextended(record.email_key, 0) as email,
  hashtextextended(record.phone_key, 0) as phone,
  hashtextextended(record.quote_number, 0) as quote_number,
  case when record.first_key is not null then
    hashtextextended(record.first_key || '|' || coalesce(record.last_key, '') || '|' || coalesce(record.suffix, ''), 0)
  end as person,
  case when length(record.first_key) > 1 and record.last_key is not null then
    hashtextextended(left(record.first_key, 1) || '|' || record.last_key || '|' || coalesce(record.suffix, ''), 0)
  end as initial,
  case when record.last_key is not null then
    hashtextextended(record.first_key || '||' || coalesce(record.suffix, ''), 0)
  end as first,
  (case when length(record.first_key) > 1 and record.last_key is not null then 1 << 20 else 0 end)
  + least(cardinality(string_to_array(record.name_key, ' ')), 15) * (1 << 16)
  + least(length(record.name_key), 65535) as name_weight,
  record.observed_on - date '1970-01-01' as observed_day,
  hashtext(record.display_name) as shown_name
from :rows as record
order by record.id

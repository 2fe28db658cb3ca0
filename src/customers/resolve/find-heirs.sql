-- For customers whose founding record is gone: the records that came to them first of all
-- customers and are still there. What a merge brought along later is not theirs.
-- $1 business, $2 customers
with first_links as (
  select distinct on (link.record_id)
    link.record_id,
    link.customer_id
  from customers.links as link
  where link.business_id = $1
    and link.record_id in (
      select mine.record_id
      from customers.links as mine
      where mine.business_id = $1
        and mine.customer_id = any ($2::uuid[])
    )
  order by link.record_id, link.decided_at, link.superseded_at nulls last, link.id
)

select
  first_links.customer_id,
  first_links.record_id
from first_links
where first_links.customer_id = any ($2::uuid[])
order by first_links.record_id

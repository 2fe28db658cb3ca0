-- Records, links and customers that do not fit together; a sound ledger returns no row.
-- $1 business
select 'link without record' as offence, link.record_id as id
from customers.links as link
left join customers.records as record
  on record.business_id = $1
  and record.id = link.record_id
where link.business_id = $1
  and record.id is null
union all
select 'link without customer', link.customer_id
from customers.links as link
left join customers.customers as customer
  on customer.business_id = $1
  and customer.id = link.customer_id
where link.business_id = $1
  and customer.id is null
union all
select 'record with several present links', link.record_id
from customers.links as link
where link.business_id = $1
  and link.superseded_by is null
group by link.record_id
having count(*) > 1
union all
select 'record whose pointer is not its present link', record.id
from customers.records as record
left join customers.links as link
  on link.business_id = $1
  and link.record_id = record.id
  and link.superseded_by is null
where record.business_id = $1
  and record.customer_id is distinct from link.customer_id
union all
select 'link superseded by half', link.record_id
from customers.links as link
where link.business_id = $1
  and (link.superseded_by is null) <> (link.superseded_at is null)

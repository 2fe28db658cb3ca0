-- The ledger of records that go.
-- $1 business
delete from customers.links as link
using gone_records as gone
where link.business_id = $1
  and link.record_id = gone.id

-- Their links went before; decisions about them go with them by foreign key.
-- $1 business
delete from customers.records as record
using gone_records as gone
where record.business_id = $1
  and record.id = gone.id

-- How many records are new, and how far the business has outgrown its model. $1 business
select
  (select count(*) from arrivals where not has_record)::integer as arrived,
  (select model.records from customers.models as model where model.business_id = $1) as learnt,
  (select model.records_since from customers.models as model where model.business_id = $1) as since

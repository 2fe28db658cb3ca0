-- What happened to one customer is read from the feed of all: by the customer it is about, and by the other one.
create index changes_customer_idx on customers.changes (business_id, customer_id);
create index changes_other_idx on customers.changes (business_id, other_customer_id);

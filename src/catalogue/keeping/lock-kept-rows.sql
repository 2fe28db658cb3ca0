-- One at a time brings the kept rows of a business to the state of its data.
-- $1 business
select pg_advisory_xact_lock(hashtextextended('catalogue.kept_rows ' || $1::text, 0))

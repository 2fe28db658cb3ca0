-- Notes that the sample was loaded to its end.
-- $1 business, $2 id
insert into tenancy.audit_log (business_id, id, actor, action)
values ($1, $2, 'throughline start', 'sample.loaded')

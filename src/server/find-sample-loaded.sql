-- One row when the sample was loaded to its end.
-- $1 business
select audit_log.at
from tenancy.audit_log
where audit_log.business_id = $1
  and audit_log.action = 'sample.loaded'
limit 1

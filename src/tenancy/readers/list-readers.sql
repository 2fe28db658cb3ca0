-- Roles made for other programs, of one business ($1) or of all (null), oldest first.
select
  readers.role_name as role,
  businesses.slug as business,
  readers.label,
  readers.created_at as "createdAt",
  exists (select from pg_roles as roles where roles.rolname = readers.role_name) as "isThere"
from tenancy.database_readers as readers
join tenancy.businesses as businesses on businesses.id = readers.reads_business
where $1::uuid is null or readers.reads_business = $1
order by readers.created_at, readers.role_name

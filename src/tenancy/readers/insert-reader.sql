-- Ties a role to the business it reads. $1 role, $2 business, $3 label
insert into tenancy.database_readers (role_name, reads_business, label)
values ($1, $2, $3)

-- A new schedule. $1 business, $2 id, $3 name, $4 question, $5 parameters, $6 cron, $7 zone,
-- $8 output, $9 folder, $10 how many files stay, $11 when it is due first
insert into catalogue.schedules (business_id, id, name, question, parameters, cron, time_zone, output, folder, keep, next_run_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

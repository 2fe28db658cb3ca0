-- Notes that an import was checked, and what was wrong. $1 business, $2 id, $3 now, $4 import, $5 offences
insert into journey.integrity_check_history (business_id, id, check_timestamp, moment, batch_id, offences)
values ($1, $2, $3, 'import', $4, $5::jsonb)

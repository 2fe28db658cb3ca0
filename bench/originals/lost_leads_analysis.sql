-- lost_leads_analysis as the reference system has it, with its defects: a transcription for comparing speed.
select quote_number, name, lost_date, move_date, reason, date_received, time_to_first_contact, lost_date - date_received::date as days_to_lost, extract(epoch from lost_date - date_received) / 86400 as days_to_lost_numeric
from journey.lost_leads
order by lost_date desc

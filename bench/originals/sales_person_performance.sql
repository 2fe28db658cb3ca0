-- sales_person_performance as the reference system has it, with its defects: a transcription for comparing speed.
select name, leads_received, bad, percent_bad, sent, percent_sent, pending, percent_pending, booked, percent_booked, lost, percent_lost, cancelled, percent_cancelled, booked_total, average_booking, round(100.0 * booked / nullif(leads_received, 0), 2) as calculated_booking_rate, round(booked_total / nullif(booked, 0), 2) as calculated_avg_booking
from journey.sales_performance
order by booked_total desc

-- user_call_performance as the reference system has it, with its defects: a transcription for comparing speed.
select name, user_status, total_calls, avg_calls_per_day, inbound_count, outbound_count, missed_percent, avg_handle_time, round(100.0 * inbound_count / nullif(total_calls, 0), 2) as inbound_percentage, round(100.0 * outbound_count / nullif(total_calls, 0), 2) as outbound_percentage
from journey.user_performance
order by total_calls desc

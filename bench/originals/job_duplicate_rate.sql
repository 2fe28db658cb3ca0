-- job_duplicate_rate as the reference system has it, with its defects: a transcription for comparing speed.
select count(*) filter (where is_duplicate) as duplicate_jobs, count(*) filter (where not is_duplicate) as non_duplicate_jobs, count(*) as total_jobs, round(100.0 * count(*) filter (where is_duplicate) / nullif(count(*), 0), 2) as duplicate_rate_percent, round(100.0 * count(*) filter (where not is_duplicate) / nullif(count(*), 0), 2) as non_duplicate_rate_percent
from journey.jobs

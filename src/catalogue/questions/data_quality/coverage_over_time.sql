/*
id: coverage_over_time
question: Is more of our journey linked than before?
theme: data_quality
grain: one row per build
definition: >-
  What each build of the journey measured: the share of jobs with a customer, of leads with an
  opportunity, of bad leads with a lead.
dateBasis: moment of the build
receipt: builds
chart: {type: line, x: checked_at, y: [jobs_with_customer_percent, leads_with_opportunity_percent, bad_leads_with_lead_percent]}
parameters: [limit]
columns:
  - {name: checked_at, type: instant, meaning: "When it was measured"}
  - {name: jobs_with_customer_percent, type: percent, meaning: "Of jobs"}
  - {name: leads_with_opportunity_percent, type: percent, meaning: "Of leads of the pool"}
  - {name: bad_leads_with_lead_percent, type: percent, meaning: "Of bad leads"}
  - {name: call_reports_without_person, type: integer, unit: rows, meaning: "Telephone users that are nobody"}
  - {name: sales_reports_without_person, type: integer, unit: rows, meaning: "Names of the sales report that are nobody"}
  - {name: alerts, type: integer, meaning: "What fell or stood below its target"}
*/
select
  check_timestamp as checked_at,
  job_customer_linkage_rate as jobs_with_customer_percent,
  lead_status_linkage_rate as leads_with_opportunity_percent,
  badlead_linkage_rate as bad_leads_with_lead_percent,
  orphaned_user_performance as call_reports_without_person,
  orphaned_sales_performance as sales_reports_without_person,
  jsonb_array_length(alerts) as alerts
from journey.integrity_check_history
where business_id = :business_id
  and moment = 'build'
order by check_timestamp desc, id
limit :limit

/*
id: visits_by_month
question: How many visits were made each month?
theme: surveys
grain: one row per month
definition: Visits by the month of the visit.
dateBasis: day of the visit (visits.visited_on)
chart: {type: bar, x: month, y: [visit_count]}
parameters: []
columns:
  - {name: month, type: date, meaning: First day of the month}
  - {name: visit_count, type: integer, unit: visits, meaning: Visits made in it}
*/
select
  date_trunc('month', visits.visited_on)::date as month,
  count(*) as visit_count
from surveys.visits as visits
where visits.business_id = :business_id
group by 1
order by 1

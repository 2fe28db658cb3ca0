/*
id: sales_person_performance
question: How do our sales people do, as the CRM's own report says?
theme: sales
grain: one row per name in the sales performance report
definition: >-
  The sales performance report as imported, beside the sales person each name was found to
  be, with booking rate and mean booking computed again from its counts and total.
dateBasis: none (the report is one snapshot without a period)
rows:
  set: sales_performance
chart: {type: bar, x: name, y: [booked_total]}
parameters: [sales_person]
columns:
  - {name: name, type: text, meaning: "The name as the report writes it"}
  - {name: sales_person_id, type: uuid, meaning: "Who is meant, empty when not found"}
  - {name: sales_person, type: text, meaning: "Name of the sales person who is meant"}
  - {name: currency, type: text, meaning: "Currency of the business: the report names no branch"}
  - {name: leads_received, type: integer, unit: leads, meaning: "As reported"}
  - {name: bad, type: integer, unit: leads, meaning: "As reported"}
  - {name: percent_bad, type: percent, meaning: "As reported"}
  - {name: sent, type: integer, unit: quotes, meaning: "As reported"}
  - {name: percent_sent, type: percent, meaning: "As reported"}
  - {name: pending, type: integer, unit: quotes, meaning: "As reported"}
  - {name: percent_pending, type: percent, meaning: "As reported"}
  - {name: booked, type: integer, unit: quotes, meaning: "As reported"}
  - {name: percent_booked, type: percent, meaning: "As reported"}
  - {name: lost, type: integer, unit: quotes, meaning: "As reported"}
  - {name: percent_lost, type: percent, meaning: "As reported"}
  - {name: cancelled, type: integer, unit: quotes, meaning: "As reported"}
  - {name: percent_cancelled, type: percent, meaning: "As reported"}
  - {name: booked_total, type: money, meaning: "As reported"}
  - {name: average_booking, type: money, meaning: "As reported"}
  - {name: calculated_booking_rate, type: percent, meaning: "booked / leads_received"}
  - {name: calculated_avg_booking, type: money, meaning: "booked_total / booked"}
caveats:
  - The report carries no period and no currency; a new import of it replaces the figures.
  - Two spellings of one person are two rows here, because the report counts them apart.
*/
select
  reports.name,
  reports.sales_person_id,
  sales_persons.name as sales_person,
  businesses.currency,
  reports.leads_received,
  reports.bad,
  reports.percent_bad,
  reports.sent,
  reports.percent_sent,
  reports.pending,
  reports.percent_pending,
  reports.booked,
  reports.percent_booked,
  reports.lost,
  reports.percent_lost,
  reports.cancelled,
  reports.percent_cancelled,
  reports.booked_total,
  reports.average_booking,
  round(100.0 * reports.booked / nullif(reports.leads_received, 0), 2) as calculated_booking_rate,
  round(reports.booked_total / nullif(reports.booked, 0), 2) as calculated_avg_booking
from journey.sales_performance as reports
join tenancy.businesses as businesses on businesses.id = :business_id
left join journey.sales_persons as sales_persons
  on sales_persons.business_id = :business_id
  and sales_persons.id = reports.sales_person_id
where reports.business_id = :business_id
  and (:sales_person is null or reports.sales_person_id = :sales_person)
order by reports.booked_total desc nulls last, reports.name

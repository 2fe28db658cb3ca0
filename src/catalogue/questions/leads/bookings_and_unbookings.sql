/*
id: bookings_and_unbookings
question: How often are quotes booked, booked again and un-booked?
theme: leads
grain: one row per month, event and currency
definition: >-
  Booking events as imports brought them: first bookings, re-bookings and un-bookings, by their
  booking day (an un-booking by the day it was imported).
dateBasis: booking day, else the day of the import (in the time zone asked for)
receipt: booking_events
chart: {type: bar, x: month, y: [events], series: event}
parameters: [date_from, date_to, time_zone]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: event, type: text, meaning: "booked, rebooked or unbooked"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: events, type: integer, unit: events, meaning: "How often"}
  - {name: amount, type: money, meaning: "Estimates at that time"}
caveats:
  - "The CRM exports the last booking day only: what happened and was undone between two imports is not seen."
*/
select
  date_trunc('month', coalesce(events.booked_date, (events.recorded_at at time zone :time_zone)::date)::timestamp)::date as month,
  events.event,
  coalesce(facts.currency, businesses.currency) as currency,
  count(*) as events,
  coalesce(sum(events.amount), 0) as amount
from journey.booking_events as events
join tenancy.businesses as businesses on businesses.id = :business_id
left join catalogue.opportunity_facts as facts on facts.business_id = :business_id and facts.id = events.booked_opportunity_id
where events.business_id = :business_id
  and (:date_from is null or coalesce(events.booked_date, (events.recorded_at at time zone :time_zone)::date) >= :date_from)
  and (:date_to is null or coalesce(events.booked_date, (events.recorded_at at time zone :time_zone)::date) < :date_to)
group by 1, 2, 3
order by month, events.event, currency

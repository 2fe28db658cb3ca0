/*
keys:
  - [month, event, currency]
measures:
  events: count
  amount: sum amount
*/
-- Rows of questions about booking events, by booking day, else the day of the import.
select
  'booking event' as source,
  events.id,
  events.quote_number as reference,
  facts.customer_id,
  coalesce(events.booked_date, (events.recorded_at at time zone :time_zone)::date) as day,
  coalesce(facts.currency, businesses.currency) as currency,
  events.event as status,
  events.event,
  events.amount,
  date_trunc('month', coalesce(events.booked_date, (events.recorded_at at time zone :time_zone)::date)::timestamp)::date as month,
  events.batch_id,
  facts.file_id,
  facts.line
from journey.booking_events as events
join tenancy.businesses as businesses on businesses.id = :business_id
left join catalogue.opportunity_facts as facts on facts.business_id = :business_id and facts.id = events.booked_opportunity_id
where events.business_id = :business_id
  and (:date_from is null or coalesce(events.booked_date, (events.recorded_at at time zone :time_zone)::date) >= :date_from)
  and (:date_to is null or coalesce(events.booked_date, (events.recorded_at at time zone :time_zone)::date) < :date_to)

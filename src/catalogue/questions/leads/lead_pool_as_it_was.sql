/*
id: lead_pool_as_it_was
question: Where did our leads stand on a past day, and how far had they ever come?
theme: leads
grain: one row per lead source
definition: >-
  Leads that had come by the day asked for: where they stood at its end, and what they had ever
  reached. The status is the one a lead came with, until a later import changed it.
dateBasis: day of each event, in the time zone asked for, up to the day asked for
receipt: pool_as_it_was
rows: {measures: {known_leads: count}}
chart: {type: bar, x: lead_source_name, y: [ever_quoted, ever_booked]}
parameters: [as_of, time_zone, branch, sales_person, lead_source, currency]
columns:
  - {name: lead_source_name, type: text, meaning: "Lead source the text was folded into, or (no source)"}
  - {name: known_leads, type: integer, unit: leads, meaning: "Had come by then"}
  - {name: stood_open, type: integer, unit: leads, meaning: "Stood open"}
  - {name: stood_booked, type: integer, unit: leads, meaning: "Stood booked"}
  - {name: stood_closed, type: integer, unit: leads, meaning: "Stood closed"}
  - {name: stood_cancelled, type: integer, unit: leads, meaning: "Stood cancelled"}
  - {name: stood_lost, type: integer, unit: leads, meaning: "Stood lost"}
  - {name: stood_bad, type: integer, unit: leads, meaning: "Stood bad"}
  - {name: ever_quoted, type: integer, unit: leads, meaning: "A quote was sent by then, or it got further"}
  - {name: ever_booked, type: integer, unit: leads, meaning: "Booked or closed at some time by then"}
  - {name: ever_booked_percent, type: percent, meaning: "ever_booked / known"}
caveats:
  - The report gives no day for a status, so a change is known from the import that brought it; before the first import a lead stands as it came.
*/
with leads as (
  select *
  from catalogue.lead_facts
  where business_id = :business_id
    and (received_at at time zone :time_zone)::date <= :as_of
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

-- What the report says, in words that begin with the status: "Lost - Price too high" is lost.
changes as (
  select
    row_id,
    recorded_at,
    id,
    (recorded_at at time zone :time_zone)::date as day,
    coalesce(substring(lower(btrim(status)) from '^(booked|completed|closed|cancelled|canceled|lost|bad)'), 'open') as status,
    coalesce(substring(lower(btrim(previous_status)) from '^(booked|completed|closed|cancelled|canceled|lost|bad)'), 'open') as previous_status
  from journey.status_changes
  where business_id = :business_id
    and source = 'journey.lead_status'
),

first_changes as (
  select distinct on (row_id) row_id, previous_status
  from changes
  order by row_id, recorded_at, id
),

-- Where the changes up to that day left a lead.
followed as (
  select
    row_id,
    (array_agg(status order by recorded_at desc, id desc))[1] as status,
    bool_or(status in ('booked', 'completed', 'closed', 'cancelled', 'canceled')) as was_booked
  from changes
  where day <= :as_of
  group by 1
),

standing as (
  select
    leads.lead_source_name,
    leads.quote_sent_at,
    coalesce(followed.status, first_changes.previous_status, leads.status_group, 'open') as status,
    coalesce(first_changes.previous_status, leads.status_group, 'open') in ('booked', 'completed', 'closed', 'cancelled', 'canceled')
      or coalesce(followed.was_booked, false) as was_booked
  from leads
  left join first_changes on first_changes.row_id = leads.id
  left join followed on followed.row_id = leads.id
)

select
  standing.lead_source_name,
  count(*) as known_leads,
  count(*) filter (where standing.status = 'open') as stood_open,
  count(*) filter (where standing.status in ('booked', 'completed')) as stood_booked,
  count(*) filter (where standing.status = 'closed') as stood_closed,
  count(*) filter (where standing.status in ('cancelled', 'canceled')) as stood_cancelled,
  count(*) filter (where standing.status = 'lost') as stood_lost,
  count(*) filter (where standing.status = 'bad') as stood_bad,
  count(*) filter (where standing.was_booked or (standing.quote_sent_at at time zone :time_zone)::date <= :as_of) as ever_quoted,
  count(*) filter (where standing.was_booked) as ever_booked,
  round(100.0 * count(*) filter (where standing.was_booked) / count(*), 2) as ever_booked_percent
from standing
group by 1
order by known_leads desc, standing.lead_source_name

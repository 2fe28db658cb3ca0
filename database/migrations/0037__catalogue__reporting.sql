-- What other programs see: one schema of plain views whose names and columns stay. Each has
-- exactly one row per thing it is named after; what is joined to it is joined by a unique key.
-- The business stands in none of them: a role that may read them sees one business only.

create schema reporting;

comment on schema reporting is 'Stable views for other programs: Metabase, Superset, Evidence, psql. Columns are added, never renamed or taken away.';

create view reporting.jobs with (security_invoker = true) as
select
  jobs.id as job_id,
  jobs.job_number,
  jobs.quote_number,
  jobs.customer_id,
  jobs.branch_id,
  jobs.sales_person_id,
  jobs.lead_source_id,
  jobs.job_date,
  jobs.status,
  jobs.is_sold,
  jobs.currency,
  jobs.revenue,
  jobs.worth,
  jobs.estimated,
  jobs.actual,
  jobs.job_type,
  jobs.crew,
  jobs.trucks,
  jobs.hours,
  jobs.hourly_rate_quoted,
  jobs.hourly_rate_billed,
  jobs.quoted_at,
  jobs.booked_at,
  jobs.branch_name,
  jobs.sales_person_name,
  jobs.lead_source_name,
  jobs.lead_source_category,
  jobs.affiliate_name,
  jobs.origin_city,
  jobs.origin_state,
  jobs.destination_city,
  jobs.destination_state,
  jobs.route_type,
  jobs.line as file_line
from catalogue.job_facts as jobs;

comment on view reporting.jobs is 'One row per job that is not marked as a duplicate. Add up revenue per currency; only booked and closed jobs have one.';

create view reporting.leads with (security_invoker = true) as
select
  leads.id as lead_id,
  leads.quote_number,
  leads.customer_id,
  leads.branch_id,
  leads.sales_person_id,
  leads.lead_source_id,
  leads.booked_opportunity_id as opportunity_id,
  leads.received_at,
  leads.quote_sent_at,
  leads.service_date,
  leads.response_minutes,
  leads.status,
  leads.status_group,
  leads.status_reason,
  leads.is_quoted,
  leads.is_won,
  leads.is_lost,
  leads.is_bad,
  leads.currency,
  leads.estimated_revenue,
  leads.branch_name,
  leads.sales_person_name,
  leads.lead_source_name,
  leads.lead_source_category,
  leads.line as file_line
from catalogue.lead_facts as leads;

comment on view reporting.leads is 'One row per lead of the pool, that is per quote number.';

create view reporting.opportunities with (security_invoker = true) as
select
  opportunities.id as opportunity_id,
  opportunities.quote_number,
  opportunities.customer_id,
  opportunities.branch_id,
  opportunities.sales_person_id,
  opportunities.lead_source_id,
  opportunities.booked_date,
  opportunities.service_date,
  opportunities.status,
  opportunities.status_group,
  opportunities.stands,
  opportunities.currency,
  opportunities.amount,
  opportunities.estimated_amount,
  opportunities.invoiced_amount,
  opportunities.branch_name,
  opportunities.sales_person_name,
  opportunities.lead_source_name,
  opportunities.lead_source_category,
  opportunities.line as file_line
from catalogue.opportunity_facts as opportunities;

comment on view reporting.opportunities is 'One row per quote that was booked at least once; stands says whether it still is.';

create view reporting.lost_leads with (security_invoker = true) as
select
  lost.id as lost_lead_id,
  lost.quote_number,
  lost.customer_id,
  lost.branch_id,
  lost.sales_person_id,
  lost.lead_source_id,
  lost.booked_opportunity_id as opportunity_id,
  lost.lost_date,
  lost.move_date,
  lost.received_at,
  lost.response_minutes,
  lost.reason,
  lost.currency,
  lost.amount,
  lost.name,
  lost.branch_name,
  lost.lead_source_name,
  lost.lead_source_category,
  lost.line as file_line
from catalogue.lost_lead_facts as lost;

comment on view reporting.lost_leads is 'One row per lost lead, with branch, seller and source of the lead of the same quote.';

create view reporting.bad_leads with (security_invoker = true) as
select
  bad.id as bad_lead_id,
  bad.customer_id,
  bad.lead_status_id as lead_id,
  bad.branch_id,
  bad.lead_source_id,
  bad.date_lead_received as received_date,
  bad.move_date,
  bad.reason,
  bad.provider,
  bad.customer_name,
  bad.customer_email,
  bad.customer_phone,
  bad.lead_source_name,
  bad.lead_source_category,
  bad.line as file_line
from catalogue.bad_lead_facts as bad;

comment on view reporting.bad_leads is 'One row per lead that was reported as bad.';

create view reporting.customers with (security_invoker = true) as
select
  customers.id as customer_id,
  customers.name,
  customers.first_name,
  customers.last_name,
  customers.email,
  customers.phone,
  customers.gender,
  customers.first_lead_date,
  customers.conversion_date,
  customers.origin_city,
  customers.origin_state,
  customers.origin_zip,
  customers.destination_city,
  customers.destination_state,
  customers.destination_zip
from customers.customers as customers
where customers.is_primary_record;

comment on view reporting.customers is 'One row per person; those that were merged into another are left out.';

create view reporting.branches with (security_invoker = true) as
select
  branches.id as branch_id,
  branches.name,
  branches.city,
  branches.state,
  branches.country,
  coalesce(branches.currency, businesses.currency)::text as currency,
  coalesce(branches.time_zone, businesses.time_zone) as time_zone,
  branches.is_active
from tenancy.branches as branches
join tenancy.businesses as businesses on businesses.id = branches.business_id;

comment on view reporting.branches is 'One row per branch.';

create view reporting.sales_people with (security_invoker = true) as
select
  people.id as sales_person_id,
  people.name,
  people.is_active,
  calls.total_calls,
  calls.avg_calls_per_day,
  calls.missed_percent,
  sales.leads_received,
  sales.booked,
  sales.booked_total
from journey.sales_persons as people
left join lateral (
  select
    sum(reports.total_calls) as total_calls,
    sum(reports.avg_calls_per_day) as avg_calls_per_day,
    max(reports.missed_percent) as missed_percent
  from journey.user_performance as reports
  where reports.business_id = people.business_id
    and reports.sales_person_id = people.id
) as calls on true
left join lateral (
  select
    sum(reports.leads_received) as leads_received,
    sum(reports.booked) as booked,
    sum(reports.booked_total) as booked_total
  from journey.sales_performance as reports
  where reports.business_id = people.business_id
    and reports.sales_person_id = people.id
) as sales on true;

comment on view reporting.sales_people is 'One row per sales person, with what the call and the sales report say of them.';

create view reporting.lead_sources with (security_invoker = true) as
select
  sources.id as lead_source_id,
  sources.name,
  sources.category,
  sources.is_active
from journey.lead_sources as sources;

comment on view reporting.lead_sources is 'One row per lead source.';

create view reporting.status_changes with (security_invoker = true) as
select
  changes.id as status_change_id,
  changes.source,
  changes.row_id,
  changes.quote_number,
  changes.previous_status,
  changes.status,
  changes.previous_reason,
  changes.reason,
  changes.happened_on,
  changes.recorded_at
from journey.status_changes as changes;

comment on view reporting.status_changes is 'One row each time a status was first seen or changed; nothing is overwritten.';

create view reporting.booking_events with (security_invoker = true) as
select
  events.id as booking_event_id,
  events.booked_opportunity_id as opportunity_id,
  events.quote_number,
  events.event,
  events.booked_date,
  events.amount,
  events.recorded_at
from journey.booking_events as events;

comment on view reporting.booking_events is 'One row each time a quote was booked, re-booked or un-booked.';

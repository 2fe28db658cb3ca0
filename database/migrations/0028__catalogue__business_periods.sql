-- Periods as the business counts them: weeks from the day it says (1 Monday to 7 Sunday), years
-- and quarters from the first month of its fiscal year. With the defaults, 1 and 1, they are
-- those of the calendar.

create function catalogue.period_start(day date, period text, week_start integer, fiscal_year_start_month integer) returns date
language sql immutable parallel safe
as $function$
  select case period
    when 'day' then day
    when 'week' then day - (extract(isodow from day)::integer - week_start + 7) % 7
    when 'month' then date_trunc('month', day::timestamp)::date
    when 'quarter' then
      (date_trunc('month', day::timestamp) - make_interval(months => (extract(month from day)::integer - fiscal_year_start_month + 12) % 3))::date
    when 'year' then
      (date_trunc('month', day::timestamp) - make_interval(months => (extract(month from day)::integer - fiscal_year_start_month + 12) % 12))::date
  end
$function$;

comment on function catalogue.period_start(date, text, integer, integer) is 'First day of the day, week, month, quarter or year that a day is in, as the business counts them.';

create function catalogue.period_step(period text) returns interval
language sql immutable parallel safe
as $function$
  select case period
    when 'day' then interval '1 day'
    when 'week' then interval '7 days'
    when 'month' then interval '1 month'
    when 'quarter' then interval '3 months'
    when 'year' then interval '1 year'
  end
$function$;

comment on function catalogue.period_step(text) is 'From one period to the next.';

-- A fiscal year is called by the calendar year it ends in.
create function catalogue.fiscal_year(day date, fiscal_year_start_month integer) returns integer
language sql immutable parallel safe
as $function$
  select extract(year from day + make_interval(months => (13 - fiscal_year_start_month) % 12))::integer
$function$;

comment on function catalogue.fiscal_year(date, integer) is 'The fiscal year a day is in, called by the calendar year it ends in.';

-- Marketing spend with its names and its currency, one row per line of it.
create view catalogue.spend_facts with (security_invoker = true) as
select
  spend.business_id,
  spend.id,
  spend.lead_source_id,
  spend.branch_id,
  coalesce(spend.currency, branches.currency, businesses.currency)::text as currency,
  spend.month,
  spend.amount,
  spend.campaign,
  coalesce(branches.name, '(all branches)') as branch_name,
  coalesce(lead_sources.name, spend.lead_source) as lead_source_name,
  coalesce(lead_sources.category, '(no category)') as lead_source_category,
  spend.batch_id,
  spend.file_id,
  spend.line
from journey.marketing_spend as spend
join tenancy.businesses as businesses on businesses.id = spend.business_id
left join tenancy.branches as branches on branches.business_id = spend.business_id and branches.id = spend.branch_id
left join journey.lead_sources as lead_sources on lead_sources.business_id = spend.business_id and lead_sources.id = spend.lead_source_id;

comment on view catalogue.spend_facts is 'Grain: one line of marketing spend (source, month, branch, campaign, currency).';

-- Receipt of questions about quotes of leads, opportunities, lost and bad leads: all rows as they stand.
-- A quote is of the customer that its lead names, else its opportunity, else its lost lead.
-- Each table is counted before they are stacked.
with quotes_of_customer as (
  select coalesce(leads.quote_number, opportunities.quote_number, lost.quote_number) as quote_number
  from (select quote_number, customer_id from catalogue.lead_facts where business_id = :business_id and :customer is not null) as leads
  full join (select quote_number, customer_id from catalogue.opportunity_facts where business_id = :business_id and :customer is not null) as opportunities
    on opportunities.quote_number = leads.quote_number
  full join (select quote_number, customer_id from catalogue.lost_lead_facts where business_id = :business_id and :customer is not null) as lost
    on lost.quote_number = coalesce(leads.quote_number, opportunities.quote_number)
  where coalesce(leads.customer_id, opportunities.customer_id, lost.customer_id) = :customer
),

journey_rows (currency, reason, row_count, linked_count) as (
  select currency, case when :customer is not null and quote_number not in (select quote_number from quotes_of_customer) then 'another customer' end, count(*), count(customer_id)
  from catalogue.lead_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select currency, case when :customer is not null and quote_number not in (select quote_number from quotes_of_customer) then 'another customer' end, count(*), count(customer_id)
  from catalogue.opportunity_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select currency, case when :customer is not null and quote_number not in (select quote_number from quotes_of_customer) then 'another customer' end, count(*), count(customer_id)
  from catalogue.lost_lead_facts
  where business_id = :business_id
  group by 1, 2
  union all
  select
    null::text,
    case
      when lead_status_id is not null then 'bad lead that is already in the pool'
      when :customer is not null and customer_id is distinct from :customer then 'another customer'
    end,
    count(*),
    count(customer_id)
  from catalogue.bad_lead_facts
  where business_id = :business_id
  group by 1, 2
),

excluded as (
  select reason, sum(row_count)::bigint as row_count
  from journey_rows
  where reason is not null
  group by 1
)

select
  coalesce(sum(row_count) filter (where reason is null), 0)::bigint as rows_counted,
  coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'rows', row_count) order by reason) from excluded), '[]') as excluded,
  coalesce(array_agg(distinct currency) filter (where reason is null and currency is not null), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'row → customer',
    'linked', coalesce(sum(linked_count) filter (where reason is null), 0),
    'total', coalesce(sum(row_count) filter (where reason is null), 0)::bigint
  )) as link_coverage
from journey_rows

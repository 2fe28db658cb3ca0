-- Copies what is not kept of journey.booked_opportunities; changed rows are dropped first.
-- $1 business
insert into catalogue.kept_opportunities (
  business_id, id, version, stands, customer_id, branch_id, sales_person_id, booked_date, service_date, amount, currency, status_group, quote_number, referral_source, estimated_amount, invoiced_amount, status
)
select
  opportunities.business_id,
  opportunities.id,
  opportunities.xmin,
  coalesce(opportunities.status_group not in ('cancelled', 'lost', 'bad'), true),
  opportunities.customer_id,
  opportunities.branch_id,
  opportunities.sales_person_id,
  opportunities.booked_date,
  opportunities.service_date,
  coalesce(opportunities.invoiced_amount, opportunities.estimated_amount),
  coalesce(branches.currency, businesses.currency)::text,
  opportunities.status_group,
  opportunities.quote_number,
  trim(opportunities.referral_source),
  opportunities.estimated_amount,
  opportunities.invoiced_amount,
  opportunities.status
from journey.booked_opportunities as opportunities
join tenancy.businesses as businesses on businesses.id = $1
left join tenancy.branches as branches on branches.business_id = $1 and branches.id = opportunities.branch_id
where opportunities.business_id = $1
  and not exists (
    select
    from catalogue.kept_opportunities as kept
    where kept.business_id = $1
      and kept.id = opportunities.id
  )

/*
keys:
  - [id, quote_number, customer_id, currency, status_group, branch_id, branch_name, sales_person_id, sales_person_name]
  - [lead_source_id, lead_source_name, lead_source_category, month]
measures:
  booked_opportunities: count
  total_opportunities: count
  unique_customers: distinct customer_id
  opportunity_revenue: sum standing_amount
*/
-- Rows of questions about opportunities.
select
  'opportunity' as source,
  opportunities.*,
  opportunities.quote_number as reference,
  opportunities.booked_date as day,
  case when opportunities.stands then opportunities.amount end as standing_amount,
  date_trunc('month', opportunities.booked_date::timestamp)::date as month
from catalogue.opportunity_facts as opportunities
where opportunities.business_id = :business_id
  and (:date_from is null or opportunities.booked_date >= :date_from)
  and (:date_to is null or opportunities.booked_date < :date_to)
  and (:branch is null or opportunities.branch_id = :branch)
  and (:sales_person is null or opportunities.sales_person_id = :sales_person)
  and (:lead_source is null or opportunities.lead_source_id = :lead_source)
  and (:status is null or opportunities.status_group = :status)
  and (:currency is null or opportunities.currency = :currency)

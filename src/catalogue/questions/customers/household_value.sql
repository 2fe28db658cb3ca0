/*
id: household_value
question: What are households worth to us?
theme: customers
grain: one row per household and currency
definition: >-
  Customers who share a phone or an e-mail, with the booked and closed jobs of all of them. A
  customer of several households counts in each.
dateBasis: none (all rows as they stand)
chart: {type: table}
parameters: [currency, limit]
columns:
  - {name: household_id, type: uuid, meaning: "Id of the household"}
  - {name: shared, type: text, meaning: "What is shared: phone or email"}
  - {name: people, type: integer, unit: people, meaning: "Customers in it"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: buyers, type: integer, unit: people, meaning: "Of these with a booked or closed job"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Standing booked or closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
caveats:
  - "Do not add households up: a customer may belong to two."
*/
with members as (
  select members.household_id, members.customer_id
  from customers.household_members as members
  where members.business_id = :business_id
),

people as (
  select household_id, count(*) as people
  from members
  group by 1
),

sales as (
  select customer_id, currency, count(*) as jobs, coalesce(sum(revenue), 0) as revenue
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
  group by 1, 2
)

select
  households.id as household_id,
  households.value_kind as shared,
  people.people,
  sales.currency,
  count(distinct sales.customer_id) as buyers,
  sum(sales.jobs)::bigint as sold_jobs,
  sum(sales.revenue) as total_revenue
from customers.households as households
join people on people.household_id = households.id
join members on members.household_id = households.id
join sales on sales.customer_id = members.customer_id
where households.business_id = :business_id
  and (:currency is null or sales.currency = :currency)
group by households.id, households.value_kind, people.people, sales.currency
order by total_revenue desc, households.id, sales.currency
limit :limit

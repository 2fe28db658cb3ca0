-- module_relationship_matrix as the reference system has it, with its defects: a transcription for comparing speed.
with relationships as (
  select 'customers to jobs' as relationship, (select count(*) from journey.customers) as source_count, (select count(*) from journey.jobs) as target_count, (select count(distinct c.id) from journey.customers as c join journey.jobs as j on j.customer_id = c.id where j.is_duplicate = false) as linked_count
  union all
  select 'customers to bad leads' as relationship, (select count(*) from journey.customers) as source_count, (select count(*) from journey.bad_leads) as target_count, (select count(distinct c.id) from journey.customers as c join journey.bad_leads as b on b.customer_id = c.id) as linked_count
  union all
  select 'customers to opportunities' as relationship, (select count(*) from journey.customers) as source_count, (select count(*) from journey.booked_opportunities) as target_count, (select count(distinct c.id) from journey.customers as c join journey.booked_opportunities as o on o.customer_id = c.id) as linked_count
  union all
  select 'lead status to opportunities' as relationship, (select count(*) from journey.lead_status) as source_count, (select count(*) from journey.booked_opportunities) as target_count, (select count(distinct l.id) from journey.lead_status as l join journey.booked_opportunities as o on o.quote_number = l.quote_number) as linked_count
  union all
  select 'lead status to lost leads' as relationship, (select count(*) from journey.lead_status) as source_count, (select count(*) from journey.lost_leads) as target_count, (select count(distinct l.id) from journey.lead_status as l join journey.lost_leads as o on o.quote_number = l.quote_number) as linked_count
  union all
  select 'lead status to customers' as relationship, (select count(*) from journey.lead_status) as source_count, (select count(*) from journey.customers) as target_count, (select count(distinct l.id) from journey.lead_status as l join journey.booked_opportunities as o on o.quote_number = l.quote_number join journey.customers as c on c.id = o.customer_id) as linked_count
  union all
  select 'lost leads to opportunities' as relationship, (select count(*) from journey.lost_leads) as source_count, (select count(*) from journey.booked_opportunities) as target_count, (select count(distinct l.id) from journey.lost_leads as l join journey.booked_opportunities as o on o.quote_number = l.quote_number) as linked_count
  union all
  select 'opportunities to customers' as relationship, (select count(*) from journey.booked_opportunities) as source_count, (select count(*) from journey.customers) as target_count, (select count(distinct o.id) from journey.booked_opportunities as o join journey.customers as c on c.id = o.customer_id) as linked_count
  union all
  select 'bad leads to customers' as relationship, (select count(*) from journey.bad_leads) as source_count, (select count(*) from journey.customers) as target_count, (select count(distinct b.id) from journey.bad_leads as b join journey.customers as c on c.id = b.customer_id) as linked_count
)
select *, round(100.0 * linked_count / nullif(source_count, 0), 2) as linkage_percentage, case when linked_count > 0 then 'Linked' else 'Not Linked' end as relationship_status
from relationships
order by relationship

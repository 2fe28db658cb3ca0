-- customer_geographic_distribution as the reference system has it, with its defects: a transcription for comparing speed.
select c.origin_city, c.origin_state, count(distinct c.id) as customers_from_origin, c.destination_city, c.destination_state, count(distinct c.id) as customers_to_destination, count(distinct c.id) filter (where c.origin_city is not null and c.destination_city is not null) as customers_with_both_locations
from journey.customers as c
left join journey.jobs as j on j.customer_id = c.id
where j.is_duplicate = false
group by c.origin_city, c.origin_state, c.destination_city, c.destination_state
order by customers_from_origin desc

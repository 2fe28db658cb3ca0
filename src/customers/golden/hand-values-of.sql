-- What counts of what people said by hand about a customer. $1 business, $2 customer
select
  hand.field,
  hand.value,
  hand.parts,
  hand.from_source as "fromSource",
  hand.from_key as "fromKey",
  hand.decided_by as "decidedBy",
  hand.decided_at as "decidedAt",
  hand.said_of as "saidOf"
from customers.present_hand_values as hand
where hand.business_id = $1
  and hand.customer_id = $2

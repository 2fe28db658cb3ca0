-- Merges that hold no longer.
-- $1 business, $2 merges, $3 who, $4 now
update customers.merges as merge
set
  undone_by = $3,
  undone_at = $4
where merge.business_id = $1
  and merge.id = any ($2::uuid[])

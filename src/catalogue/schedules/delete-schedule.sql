-- Removes a schedule with the list of its runs; its files stay. $1 business, $2 schedule
delete from catalogue.schedules
where business_id = $1
  and id = $2

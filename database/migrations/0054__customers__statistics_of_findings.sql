-- The tables of what was found are as new after a whole run as the ledger is: believing likely_pairs nearly
-- empty, the planner read all 20,000 of a business for one new record.
create or replace function customers.refresh_statistics() returns void
language plpgsql security definer
set search_path = pg_catalog
set default_statistics_target = 20
as $$
begin
  analyze customers.records;
  analyze customers.links;
  analyze customers.customers;
  analyze customers.households;
  analyze customers.household_members;
  analyze customers.proposals;
  analyze customers.likely_pairs;
  analyze customers.compared_records;
  analyze customers.generic_values;
end
$$;

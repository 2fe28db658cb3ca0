-- How a business counts weeks and years: only what there is, and every answer follows a change.

alter table tenancy.businesses
  add constraint businesses_week_start_check check (week_start between 1 and 7),
  add constraint businesses_fiscal_year_start_month_check check (fiscal_year_start_month between 1 and 12);

comment on column tenancy.businesses.week_start is 'First day of a week: 1 Monday to 7 Sunday.';
comment on column tenancy.businesses.fiscal_year_start_month is 'First month of the fiscal year, 1 to 12; a fiscal year is called by the calendar year it ends in.';

-- Zone, currency and the beginnings of weeks and years are part of every answer: kept ones end with a change.
create trigger note_data_change after update on tenancy.businesses
  for each statement when (pg_trigger_depth() = 0) execute function tenancy.note_data_change();

-- Rows of a group are sorted by themselves for count(distinct), not all rows by group and value:
-- 84 cities with their customers took 1.6 s so, and take 0.76 s. PostgreSQL 15 always does it.
do $settings$
begin
  if current_setting('enable_presorted_aggregate', true) is not null then
    set local enable_presorted_aggregate = off;
  end if;
end
$settings$

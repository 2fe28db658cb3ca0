-- Forecasts of monthly series by additive exponential smoothing with a season of twelve months
-- (Holt and Winters): a level, a trend and twelve seasonal parts, each pulled towards every
-- new month by its own weight. The weights are those of a small grid that would have foretold
-- the past best, one month ahead.

-- First the sum of squared errors of foretelling each month from those before it, then the
-- forecasts. Less than two years have no season yet: then the level alone.
create function catalogue.smooth_series(
  history double precision[], level_weight double precision, trend_weight double precision, season_weight double precision, horizon integer
) returns double precision[]
language plpgsql immutable parallel safe
as $function$
declare
  months constant integer := cardinality(history);
  has_season constant boolean := months >= 24;
  level double precision;
  previous double precision;
  trend double precision := 0;
  season double precision[] := array_fill(0::double precision, array[12]);
  place integer;
  squares double precision := 0;
  forecasts double precision[] := '{}';
begin
  if has_season then
    -- Level and trend from the means of the first two years; the level stands at their month 12.
    level := (select avg(value) from unnest(history[1:12]) as value);
    trend := ((select avg(value) from unnest(history[13:24]) as value) - level) / 12;
    for month in 1..12 loop
      season[month] := history[month] - level - trend * (month - 6.5);
    end loop;
    level := level + trend * 5.5;
  else
    level := history[1];
  end if;
  for month in (case when has_season then 13 else 2 end)..months loop
    place := (month - 1) % 12 + 1;
    squares := squares + (history[month] - level - trend - season[place]) ^ 2;
    previous := level;
    level := level_weight * (history[month] - season[place]) + (1 - level_weight) * (level + trend);
    if has_season then
      trend := trend_weight * (level - previous) + (1 - trend_weight) * trend;
      season[place] := season_weight * (history[month] - level) + (1 - season_weight) * season[place];
    end if;
  end loop;
  for ahead in 1..horizon loop
    forecasts := forecasts || (level + ahead * trend + season[(months + ahead - 1) % 12 + 1]);
  end loop;
  return squares || forecasts;
end
$function$;

-- The same with the weights that fit best.
create function catalogue.fit_series(history double precision[], horizon integer) returns double precision[]
language sql immutable parallel safe
as $function$
  select trial.fitted
  from unnest(array[0.05, 0.2, 0.4, 0.7]) as level_weight
  cross join unnest(array[0, 0.1]) as trend_weight
  cross join unnest(array[0.05, 0.3]) as season_weight
  cross join lateral (
    select catalogue.smooth_series(history, level_weight, trend_weight, season_weight, horizon) as fitted
  ) as trial
  order by trial.fitted[1], level_weight, trend_weight, season_weight
  limit 1
$function$;

-- What a monthly series will do: per month ahead the forecast and the band that four of five
-- months should fall into. backtest_percent is what the method would have missed the last
-- twelve months by, foretold from those before: absolute misses over the sum of the months.
-- Nothing here falls below zero, as money and counts do not.
create function catalogue.seasonal_forecast(history numeric[], horizon integer)
returns table (ahead integer, forecast numeric, lower_bound numeric, upper_bound numeric, method text, backtest_percent numeric)
language sql immutable parallel safe
as $function$
  with series as (
    select
      cardinality(history) as months,
      catalogue.fit_series(history::double precision[], horizon) as fitted,
      case
        when cardinality(history) >= 36
          then catalogue.fit_series((history::double precision[])[1:cardinality(history) - 12], 12)
      end as earlier
    where cardinality(history) >= 3
  ),

  misses as (
    select round((100 * sum(abs(series.earlier[1 + month] - history[series.months - 12 + month]))
      / nullif(sum(abs(history[series.months - 12 + month])), 0))::numeric, 2) as percent
    from series
    cross join generate_series(1, 12) as month
    where series.earlier is not null
  )

  select
    step,
    greatest(0, round(series.fitted[1 + step]::numeric, 2)),
    greatest(0, round((series.fitted[1 + step] - spread.band * sqrt(step))::numeric, 2)),
    greatest(0, round((series.fitted[1 + step] + spread.band * sqrt(step))::numeric, 2)),
    case when series.months >= 24 then 'seasonal exponential smoothing' else 'exponential smoothing' end,
    misses.percent
  from series
  cross join misses
  cross join generate_series(1, horizon) as step
  -- 1.2816 standard deviations on either side hold four of five.
  cross join lateral (
    select 1.2816 * sqrt(series.fitted[1] / greatest(1, series.months - case when series.months >= 24 then 12 else 1 end)) as band
  ) as spread
$function$;

-- Receipt of lead_source_performance: leads of the pool, bad leads beside it, and jobs.
-- Each row has exactly one outcome: counted (0), or the first reason that fits.
-- kept: jobs
with grouped (lead_source_id, spelling, branch_id, is_linked, reason, row_count) as (
  select
    lead_source_id, unlinked_source, branch_id, lead_source_id is not null,
    case
      when received_at is null and (:date_from is not null or :date_to is not null) then 4
      when (received_at at time zone :time_zone)::date < :date_from or (received_at at time zone :time_zone)::date >= :date_to then 5
      when :branch is not null and branch_id is distinct from :branch then 6
      when :sales_person is not null and sales_person_id is distinct from :sales_person then 7
    end,
    count(*)
  from catalogue.lead_facts
  where business_id = :business_id
  group by 1, 2, 3, 4, 5
  union all
  select
    lead_source_id, case when lead_source_id is null then nullif(trim(provider), '(no provider)') end, null::uuid, lead_source_id is not null,
    case
      when lead_status_id is not null then 1
      when date_lead_received is null and (:date_from is not null or :date_to is not null) then 4
      when date_lead_received < :date_from or date_lead_received >= :date_to then 5
      when :branch is not null then 6
      when :sales_person is not null then 7
    end,
    count(*)
  from catalogue.bad_lead_facts
  where business_id = :business_id
  group by 1, 2, 3, 4, 5
  union all
  select
    null::uuid, case when opportunity_status in ('BOOKED', 'CLOSED') then trim(referral_source) end, branch_id, null::boolean,
    case
      when is_duplicate then 2
      when opportunity_status is null or opportunity_status not in ('BOOKED', 'CLOSED') then 3
      when job_date is null and (:date_from is not null or :date_to is not null) then 4
      when job_date < :date_from or job_date >= :date_to then 5
      when :branch is not null and branch_id is distinct from :branch then 6
      when :sales_person is not null and sales_person_id is distinct from :sales_person then 7
    end,
    count(*)
  from journey.jobs
  where business_id = :business_id
  group by 1, 2, 3, 4, 5
),

outcomes as (
  select
    coalesce(branches.currency, businesses.currency) as currency,
    grouped.is_linked,
    coalesce(
      grouped.reason,
      case when :lead_source is not null and coalesce(grouped.lead_source_id, spellings.lead_source_id) is distinct from :lead_source then 8 end,
      case when :currency is not null and coalesce(branches.currency, businesses.currency) <> :currency then 9 end,
      0
    ) as reason,
    sum(grouped.row_count)::bigint as row_count
  from grouped
  join tenancy.businesses as businesses on businesses.id = :business_id
  left join journey.lead_source_spellings as spellings
    on spellings.business_id = :business_id
    and spellings.spelling = grouped.spelling
  left join tenancy.branches as branches
    on branches.business_id = :business_id
    and branches.id = grouped.branch_id
  group by 1, 2, 3
),

reasons (reason, wording) as (
  values
    (1, 'bad lead that is already in the pool'), (2, 'job marked as duplicate'), (3, 'job neither booked nor closed'),
    (4, 'no day'), (5, 'outside the days asked for'), (6, 'another branch'), (7, 'another sales person'),
    (8, 'another lead source'), (9, 'another currency')
),

excluded as (
  select reasons.reason, reasons.wording, sum(outcomes.row_count)::bigint as row_count
  from outcomes
  join reasons on reasons.reason = outcomes.reason
  group by 1, 2
)

select
  coalesce(sum(row_count) filter (where reason = 0), 0)::bigint as rows_counted,
  coalesce(
    (select jsonb_agg(jsonb_build_object('reason', wording, 'rows', row_count) order by reason) from excluded),
    '[]'
  ) as excluded,
  coalesce(array_agg(distinct currency::text) filter (where reason = 0), '{}') as currencies,
  jsonb_build_array(jsonb_build_object(
    'joint', 'lead → lead source',
    'linked', coalesce(sum(row_count) filter (where reason = 0 and is_linked), 0),
    'total', coalesce(sum(row_count) filter (where reason = 0 and is_linked is not null), 0)
  )) as link_coverage
from outcomes

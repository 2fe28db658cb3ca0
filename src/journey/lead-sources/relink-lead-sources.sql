-- Points leads, bad leads and marketing spend at the source that their text means. A source that a person set
-- on a row by hand stays.
-- $1 business
with
lead_status as (
  update journey.lead_status as lead
  set lead_source_id = spelling.lead_source_id
  from journey.lead_source_spellings as spelling
  where lead.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = lead.referral_source
    and lead.lead_source_id is distinct from spelling.lead_source_id
    and (lead.edited_at is null or lead.lead_source_id is null)
  returning 1
),

bad_leads as (
  update journey.bad_leads as bad
  set lead_source_id = spelling.lead_source_id
  from journey.lead_source_spellings as spelling
  where bad.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = bad.provider
    and bad.lead_source_id is distinct from spelling.lead_source_id
    and (bad.edited_at is null or bad.lead_source_id is null)
  returning 1
),

marketing_spend as (
  update journey.marketing_spend as spend
  set lead_source_id = spelling.lead_source_id
  from journey.lead_source_spellings as spelling
  where spend.business_id = $1
    and spelling.business_id = $1
    and spelling.spelling = spend.lead_source
    and spend.lead_source_id is distinct from spelling.lead_source_id
    and (spend.edited_at is null or spend.lead_source_id is null)
  returning 1
)

select
  (select count(*) from lead_status) as "leadStatus",
  (select count(*) from bad_leads) as "badLeads",
  (select count(*) from marketing_spend) as "marketingSpend"

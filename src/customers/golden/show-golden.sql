-- What the rules choose for one customer, with the import, file and line of each record, and what
-- was locked in the table itself. The choice and the rows' own tables are put in by
-- read-golden-values.ts. $1 business, $2 rules, $3 customer
with
chosen as (
  select one.*
  from :chosen as one
),

details as (
  select
    detail.source,
    detail.source_id,
    detail.file_id,
    detail.line
  from :details as detail
)

select
  chosen.choice,
  chosen.rule,
  chosen.parts,
  chosen.source,
  chosen.source_id as "sourceId",
  chosen.source_key as key,
  chosen.observed_on as "observedOn",
  chosen.is_generic as "isGeneric",
  chosen.is_tied as "isTied",
  chosen.times::integer as agreeing,
  chosen.rows::integer as rows,
  chosen.candidates::integer as candidates,
  batch.number as "importNumber",
  file.name as "fileName",
  details.line
from chosen
left join details
  on details.source = chosen.source
  and details.source_id = chosen.source_id
left join import.files as file
  on file.business_id = $1
  and file.id = details.file_id
left join import.batches as batch
  on batch.business_id = $1
  and batch.id = file.batch_id

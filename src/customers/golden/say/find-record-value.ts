import type { BusinessTransaction } from '../../../platform/database/database.ts';
import { Fault } from '../../../platform/fault.ts';
import type { RecordSource } from '../../record-source.ts';
import { composeCandidates } from '../choose/compose-choice.ts';
import { GOLDEN_FIELDS } from '../golden-fields.ts';

interface Wanted {
  customer: string;
  field: string;
  /** source:key, or the id of the record or of its row. */
  record: string;
}

interface Candidate {
  choice: string;
  parts: (string | null)[];
  source: string;
  key: string | null;
}

/** The value that one of a customer's records has for a field. Throws when it is not their record, or has none. */
export async function findRecordValue(
  transaction: BusinessTransaction,
  { customer, field, record }: Wanted,
  sources: readonly RecordSource[],
): Promise<{ value: string; source: string; key: string | null }> {
  const from = GOLDEN_FIELDS.find((known) => known.field === field)?.from ?? null;
  if (from === null)
    throw new Fault('no_field_value', `No import carries ${field}: give the value itself.`, { exit: 'usage', status: 422 });
  const rows = await transaction.rows<Candidate>(
    `select candidate.choice, candidate.parts, candidate.source, candidate.source_key as key
     from (${composeCandidates({ customers: 'select $2::uuid', sources, areFew: true })}) as candidate
     where $3 in (candidate.record_id::text, candidate.source_id::text, candidate.source || ':' || candidate.source_key,
       split_part(candidate.source, '.', 2) || ':' || candidate.source_key)
     order by candidate.record_id`,
    [transaction.businessId, customer, record.trim()],
  );
  if (rows.length === 0)
    throw new Fault(
      'not_their_record',
      `${record} is no row of customer ${customer} that says anything; "throughline customers show ${customer}" lists theirs.`,
      {
        exit: 'usage',
        status: 404,
      },
    );
  const found = rows.find(({ choice }) => choice === from.choice);
  const value = found?.parts[from.part] ?? null;
  if (found !== undefined && value !== null) return { value, source: found.source, key: found.key };
  throw new Fault('no_field_value', `${record} says no ${field}.`, { exit: 'usage', status: 422 });
}

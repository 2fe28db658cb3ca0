import { createHash } from 'node:crypto';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { normaliseHeader } from '../formats/normalise-header.ts';
import type { Mapping } from './mapping.ts';

/** Keeps a mapping for next month's file with the same headers; a newer one for the same headers replaces it. */
export async function rememberMapping(transaction: BusinessTransaction, mapping: Mapping): Promise<void> {
  const headers = Object.values(mapping.columns).map(normaliseHeader).sort();
  const headerKey = createHash('sha256')
    .update(`${mapping.kind}\u0000${headers.join('\u0000')}`)
    .digest('hex');
  await transaction.run(
    `insert into import.mappings (business_id, id, name, kind, header_key, definition)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (business_id, header_key) do update
     set name = excluded.name, definition = excluded.definition, updated_at = excluded.updated_at`,
    [transaction.businessId, uuidV7(), mapping.name, mapping.kind, headerKey, JSON.stringify(mapping)],
  );
}

/** The business's remembered mappings, newest first. */
export async function findMappings(transaction: BusinessTransaction): Promise<Mapping[]> {
  const rows = await transaction.rows<{ definition: Mapping }>(
    'select definition from import.mappings where business_id = $1 order by updated_at desc, id',
    [transaction.businessId],
  );
  return rows.map((row) => row.definition);
}

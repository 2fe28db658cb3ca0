import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { ManualMapping } from '../manual-mappings/read-manual-mappings.ts';
import { categorise } from './categorise.ts';
import { leadSourceKey } from './ensure-lead-sources.ts';
import insertSources from './insert-lead-sources.sql';
import insertSpellings from './insert-lead-source-spellings.sql';
import { readLeadSources } from './read-lead-sources.ts';
import setCategory from './set-lead-source-category.sql';

/**
 * Gives the spellings of lead_sources.csv the source named there, made if missing, and the
 * category when the file has one. Returns how many spellings and categories changed.
 */
export async function mapLeadSources(transaction: BusinessTransaction, mappings: readonly ManualMapping[]): Promise<number> {
  if (mappings.length === 0) return 0;
  const book = await readLeadSources(transaction);
  const rows: { id: string; spelling: string; lead_source_id: string }[] = [];
  let categories = 0;
  for (const { spelling, target, category } of mappings) {
    const key = leadSourceKey(target);
    let id = book.idOf.get(key);
    if (id === undefined) {
      id = uuidV7();
      book.idOf.set(key, id);
      const made = [{ id, name: target, normalized_name: key, category: category ?? categorise(target) }];
      await transaction.run(insertSources, [transaction.businessId, JSON.stringify(made), null, 'manual', new Date()]);
    }
    if (category !== undefined) categories += await transaction.run(setCategory, [transaction.businessId, id, category, new Date()]);
    const known = book.spellings.get(spelling);
    if (known?.lead_source_id === id && known.origin === 'manual') continue;
    rows.push({ id: uuidV7(), spelling, lead_source_id: id });
  }
  if (rows.length > 0) await transaction.run(insertSpellings, [transaction.businessId, JSON.stringify(rows), null, 'manual']);
  return rows.length + categories;
}

import { bareText } from '../../import/cells/bare-text.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { categorise } from './categorise.ts';
import insertSources from './insert-lead-sources.sql';
import insertSpellings from './insert-lead-source-spellings.sql';
import { readLeadSources } from './read-lead-sources.ts';

/**
 * Makes sure that every text has a row in journey.lead_source_spellings, and a lead source
 * with a category behind it. Texts that differ in case, spacing or punctuation are one source.
 */
export async function ensureLeadSources(
  transaction: BusinessTransaction,
  spellings: readonly string[],
  batchId: string | null,
): Promise<void> {
  const wanted = [...new Set(spellings)].filter((spelling) => bareText(spelling) !== '');
  if (wanted.length === 0) return;
  const book = await readLeadSources(transaction);
  const fresh = wanted.filter((spelling) => !book.spellings.has(spelling)).sort();
  if (fresh.length === 0) return;
  const made: { id: string; name: string; normalized_name: string; category: string }[] = [];
  const rows = fresh.map((spelling) => {
    const key = leadSourceKey(spelling);
    let id = book.idOf.get(key);
    if (id === undefined) {
      const name = leadSourceName(spelling);
      id = uuidV7();
      book.idOf.set(key, id);
      made.push({ id, name, normalized_name: key, category: categorise(name) });
    }
    return { id: uuidV7(), spelling, lead_source_id: id };
  });
  if (made.length > 0)
    await transaction.run(insertSources, [transaction.businessId, JSON.stringify(made), batchId, 'compiled', new Date()]);
  await transaction.run(insertSpellings, [transaction.businessId, JSON.stringify(rows), batchId, 'compiled']);
}

/** Trimmed, single spaces, every word with a capital; capitals inside a word or an abbreviation stay. */
export function leadSourceName(text: string): string {
  return bareText(text)
    .split(/\s+/)
    .map((word) => {
      const isShouted = word.length > 3 && word === word.toUpperCase() && word !== word.toLowerCase();
      const calm = isShouted ? word.toLowerCase() : word;
      return calm.replace(/\p{L}/u, (letter) => letter.toUpperCase());
    })
    .join(' ');
}

/** Equal for spellings of one source: letters and digits of the lower-cased text. */
export function leadSourceKey(text: string): string {
  const bare = bareText(text).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  const key = bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return key === '' ? bare : key;
}

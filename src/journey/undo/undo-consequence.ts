import type { UndoConsequence } from '../../import/file-kind.ts';
import { writeTimelines } from '../timeline/write-timelines.ts';
import dropHistory from './drop-history.sql';
import { dropUnusedLookups } from './drop-unused-lookups.ts';

/**
 * After an import was undone: the history it appended, lookups that only it caused, and
 * links and timelines that rested on its rows.
 */
export const journeyUndoConsequence: UndoConsequence = {
  name: 'journey',
  async tidy(transaction, batch) {
    const { businessId } = transaction;
    const history = await transaction.one<Record<string, number>>(dropHistory, [businessId, batch.id]);
    const lookups = await dropUnusedLookups(transaction, batch);
    // Rows that are no person's record (the pool), and restored ones, say nothing of the customers they had.
    const timelines = await writeTimelines(transaction, !batch.hasRestored && !batch.tables.has('journey.lead_status'));
    return { ...history, ...lookups, timelines };
  },
};

import type { UndoConsequence } from '../../import/file-kind.ts';
import relinkBranches from '../branches/relink-branches.sql';
import relinkSources from '../lead-sources/relink-lead-sources.sql';
import relinkLostLeads from '../lead-sources/relink-lost-leads.sql';
import { writeTimelines } from '../timeline/write-timelines.ts';
import dropHistory from './drop-history.sql';
import { dropUnusedLookups } from './drop-unused-lookups.ts';

/**
 * After an import was undone: the history it appended, lookups that only it caused, and
 * links and timelines that rested on its rows.
 */
export const journeyUndoConsequence: UndoConsequence = {
  name: 'journey',
  async tidy(transaction, batchId) {
    const { businessId } = transaction;
    const history = await transaction.one<Record<string, number>>(dropHistory, [businessId, batchId]);
    await transaction.one(relinkBranches, [businessId]);
    await transaction.one(relinkSources, [businessId]);
    const lostLeads = await transaction.run(relinkLostLeads, [businessId]);
    const lookups = await dropUnusedLookups(transaction);
    const timelines = await writeTimelines(transaction);
    return { ...history, ...lookups, lostLeadSources: lostLeads, timelines };
  },
};

import { findOffences, type ImportAudit } from '../../import/index.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import brokenImportedPointers from './broken-imported-pointers.sql';
import recordImportAudit from './record-import-audit.sql';

/**
 * Looks at the pointers of the rows that an import created or changed, and notes what was found after it
 * in the history of integrity. Rows it did not touch are looked at by the build: over a day's few rows that
 * would cost more than their import.
 */
export const journeyImportAudit: ImportAudit = {
  name: 'journey',
  async run(transaction, { batchId, found }) {
    const broken = await findOffences(transaction, brokenImportedPointers, [batchId]);
    const all = JSON.stringify([...found, ...broken]);
    await transaction.run(recordImportAudit, [transaction.businessId, uuidV7(), new Date(), batchId, all]);
    return broken;
  },
};

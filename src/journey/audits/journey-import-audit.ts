import type { ImportAudit } from '../../import/index.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import recordImportAudit from './record-import-audit.sql';

/**
 * Notes what was found after an import in the history of integrity. It looks at nothing more: the pointers of the
 * journey are set by the build, which checks them all; over a day's few rows that would cost more than their import.
 */
export const journeyImportAudit: ImportAudit = {
  name: 'journey',
  async run(transaction, { batchId, found }) {
    await transaction.run(recordImportAudit, [transaction.businessId, uuidV7(), new Date(), batchId, JSON.stringify(found)]);
    return [];
  },
};

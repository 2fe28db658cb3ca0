import type { BusinessTransaction } from '../../platform/database/database.ts';
import { LISTED, type MaintenanceStep } from '../maintenance-step.ts';
import { applyFolds } from './apply-folds.ts';
import { ensureSalesPersons } from './ensure-sales-persons.ts';
import findNewTexts from './find-new-sales-person-texts.sql';
import { mapSalesPersons } from './map-sales-persons.ts';
import { proposeFolds } from './propose-folds.ts';
import { readSalesPersons } from './read-sales-persons.ts';
import { recordFold } from './record-fold.ts';
import { weighFolds } from './weigh-folds.ts';

/** Folds spellings of one sales person, with evidence only, and remembers it for the next file. */
export const mergeSalesPersonVariations: MaintenanceStep = {
  name: 'merge_sales_person_variations',
  title: 'fold spellings of one sales person, with evidence and memory',
  async run(transaction, options) {
    const found = await newTexts(transaction);
    await ensureSalesPersons(transaction, found, null);
    const nameless = found.length === 0 ? [] : await newTexts(transaction);
    // Rows are linked before evidence is looked for: it is read from them.
    const linked = await applyFolds(transaction);
    const mapped = await mapSalesPersons(transaction, options.manualMappings.salesPersons);
    const { proposals, ambiguous } = proposeFolds(await readSalesPersons(transaction));
    const { folds, unproved } = await weighFolds(transaction, proposals);
    for (const fold of folds) {
      await recordFold(transaction, {
        keptId: fold.kept.id,
        foldedId: fold.folded.id,
        spelling: fold.folded.name,
        method: fold.method,
        confidence: fold.confidence,
        evidence: fold.evidence,
        madeBy: this.name,
      });
    }
    const isQuiet = folds.length === 0 && mapped.changed === 0;
    const moved = isQuiet
      ? linked
      : await applyFolds(
          transaction,
          folds.map((fold) => fold.folded.id),
        );
    const rowsMoved = {
      jobs: moved.jobs + (isQuiet ? 0 : linked.jobs),
      bookedOpportunities: moved.bookedOpportunities + (isQuiet ? 0 : linked.bookedOpportunities),
      leadStatus: moved.leadStatus + (isQuiet ? 0 : linked.leadStatus),
    };
    return {
      name: this.name,
      changed:
        found.length -
        nameless.length +
        mapped.changed +
        folds.length +
        rowsMoved.jobs +
        rowsMoved.bookedOpportunities +
        rowsMoved.leadStatus,
      unresolved: ambiguous.length + unproved.length,
      details: {
        newSpellings: found.length - nameless.length,
        withoutName: nameless.slice(0, LISTED),
        mappedByHand: mapped.changed,
        mappingsTakenBack: mapped.takenBack,
        folds: folds.map((fold) => ({
          spelling: fold.folded.name,
          into: fold.kept.name,
          method: fold.method,
          confidence: fold.confidence,
          evidence: fold.evidence,
        })),
        rowsMoved,
        ambiguous: ambiguous
          .slice(0, LISTED)
          .map(({ person, candidates }) => ({ spelling: person.name, candidates: candidates.map((candidate) => candidate.name) })),
        withoutEvidence: unproved.slice(0, LISTED).map(({ folded, kept }) => ({ spelling: folded.name, candidate: kept.name })),
      },
    };
  },
};

async function newTexts(transaction: BusinessTransaction): Promise<string[]> {
  const rows = await transaction.rows<{ spelling: string }>(findNewTexts, [transaction.businessId]);
  return rows.map((row) => row.spelling);
}

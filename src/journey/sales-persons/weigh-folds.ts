import type { BusinessTransaction } from '../../platform/database/database.ts';
import findEvidence from './find-fold-evidence.sql';
import type { FoldProposal } from './propose-folds.ts';

/** A fold that the evidence carries. */
export interface WeighedFold extends FoldProposal {
  method: 'same_name' | 'same_quotes' | 'same_branch';
  confidence: number;
  evidence: Record<string, unknown>;
}

interface Evidence {
  short_id: string;
  full_id: string;
  branches: string[];
  quotes: number;
  example_quote: string | null;
}

/**
 * Sorts proposals into those with evidence and those without. Confidence: 1 for the same
 * name, 0.98 when reports name both on one quote, 0.9 when both work for one branch.
 */
export async function weighFolds(
  transaction: BusinessTransaction,
  proposals: readonly FoldProposal[],
): Promise<{ folds: WeighedFold[]; unproved: FoldProposal[] }> {
  const folds: WeighedFold[] = [];
  const unproved: FoldProposal[] = [];
  const initials = proposals.filter((proposal) => proposal.because === 'initial');
  const evidence = await readEvidence(transaction, initials);
  for (const proposal of proposals) {
    if (proposal.because === 'same_name') {
      folds.push({ ...proposal, method: 'same_name', confidence: 1, evidence: { name: proposal.kept.normalized_name } });
      continue;
    }
    const found = evidence.get(proposal.folded.id);
    if (found !== undefined && found.quotes > 0) {
      folds.push({
        ...proposal,
        method: 'same_quotes',
        confidence: 0.98,
        evidence: { quotes: found.quotes, example: found.example_quote, branches: found.branches },
      });
    } else if (found !== undefined && found.branches.length > 0) {
      folds.push({ ...proposal, method: 'same_branch', confidence: 0.9, evidence: { branches: found.branches } });
    } else {
      unproved.push(proposal);
    }
  }
  return { folds, unproved };
}

async function readEvidence(transaction: BusinessTransaction, proposals: readonly FoldProposal[]): Promise<Map<string, Evidence>> {
  if (proposals.length === 0) return new Map();
  const rows = await transaction.rows<Evidence>(findEvidence, [
    transaction.businessId,
    proposals.map((proposal) => proposal.folded.id),
    proposals.map((proposal) => proposal.kept.id),
  ]);
  return new Map(rows.map((row) => [row.short_id, row]));
}

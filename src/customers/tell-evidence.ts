/** What a link of the ledger keeps as its evidence. */
export interface LinkEvidence {
  by?: string;
  with?: string;
  names?: string;
  email?: string;
  phone?: string;
  quoteNumber?: string;
  /** Of a match: why, in plain words. */
  reasons?: string[];
}

const NAMES: Record<string, string> = {
  same_name: 'the names are the same',
  initial: 'the last name is the same and the first names differ only by an initial',
  first_name: 'one has only the first name, which is the same',
  no_name: 'one of them has no name, and only one person holds the value',
};

export interface ToldRecord {
  source: string;
  key: string | null;
  /** The day it tells of, as YYYY-MM-DD. */
  observedOn?: string | null;
}

/** Why a record belongs to its customer, as a sentence for people. */
export function tellEvidence(method: string, evidence: LinkEvidence, other: ToldRecord | null): string {
  if (method === 'FIRST_SEEN') return 'The first record of this person.';
  if (method === 'MANUAL_APPROVAL' || evidence.by === 'decision') return 'A person said that these are one.';
  if (evidence.by === 'match') {
    const reasons = evidence.reasons ?? [];
    const whom = other === null ? 'another record' : tellDatedRecord(other);
    return `All evidence together says one person with ${whom}${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}.`;
  }
  const shared = tellShared(evidence);
  const names = NAMES[evidence.names ?? ''] ?? 'the names do not disagree';
  const whom = other === null ? 'another record of this person' : tellDatedRecord(other);
  return `${shared === '' ? 'Tied to' : `Same ${shared} as`} ${whom}; ${names}.`;
}

/** The values two records share: "e-mail a@b.org and phone +1…". */
export function tellShared(evidence: LinkEvidence): string {
  const parts: string[] = [];
  if (evidence.email !== undefined) parts.push(`e-mail ${evidence.email}`);
  if (evidence.phone !== undefined) parts.push(`phone ${evidence.phone}`);
  if (evidence.quoteNumber !== undefined) parts.push(`quote number ${evidence.quoteNumber}`);
  return parts.join(' and ');
}

/** A record in a user's words: "job 1234", "lost lead 5678". */
export function tellRecord(record: { source: string; key: string | null }): string {
  const table = record.source.split('.').at(-1) ?? record.source;
  const singular = table.replaceAll('_', ' ').replace(/ies$/, 'y').replace(/s$/, '');
  if (record.key === null || record.key.length > 40) return singular;
  // A GUID is for machines; its beginning is enough to find the row again.
  return `${singular} ${record.key.length > 20 ? `${record.key.slice(0, 8)}…` : record.key}`;
}

/** A record with the day it tells of, where it has one: "job 1234 of 2023-05-02". */
export function tellDatedRecord(record: ToldRecord): string {
  const { observedOn = null } = record;
  return observedOn === null ? tellRecord(record) : `${tellRecord(record)} of ${observedOn}`;
}

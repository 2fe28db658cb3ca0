import type { BusinessTransaction } from '../../platform/database/database.ts';
import { getCustomerId } from '../find-customer.ts';
import { GOLDEN_FIELDS } from '../golden/golden-fields.ts';
import { type LinkEvidence, tellEvidence } from '../tell-evidence.ts';
import mergesSql from './merges-of.sql';
import splitsSql from './splits-of.sql';
import valuesSql from './values-of.sql';
import wordsSql from './words-of.sql';

/** Something that made a customer who it is: two became one, rows left or came, somebody said something. */
export interface HistoryEvent {
  kind: 'merged' | 'was part' | 'rows left' | 'rows came' | 'kept apart' | 'set by hand';
  at: string;
  /** A rule's run names who started it. */
  by: string;
  /** In plain words: "Bob Quillfeather became part of this customer, with 3 rows." */
  tells: string;
  /** Of a merge: why, as a sentence. */
  why: string | null;
  other: { id: string; name: string } | null;
  run: string | null;
  /** When it was taken back, and by whom; null while it stands. */
  takenBack: { at: string; by: string | null } | null;
  /** How it is taken back: un-merge `other`, take back `decision`, or undo `run`; null where there is nothing to take back. */
  undo: 'unmerge' | 'decision' | 'run' | null;
  decision: string | null;
}

/** What made a customer who it is, the newest first. */
export async function showHistory(transaction: BusinessTransaction, wanted: string): Promise<HistoryEvent[]> {
  const parameters = [transaction.businessId, await getCustomerId(transaction, wanted)];
  const events = [
    ...(await transaction.rows<MergeRow>(mergesSql, parameters)).map(mergeEvent),
    ...(await transaction.rows<SplitRow>(splitsSql, parameters)).map(splitEvent),
    ...(await transaction.rows<WordRow>(wordsSql, parameters)).map(wordEvent),
    ...(await transaction.rows<ValueRow>(valuesSql, parameters)).map(valueEvent),
  ];
  return events.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

interface Row {
  at: Date;
  by: string;
}

interface MergeRow extends Row {
  wasPart: boolean;
  otherId: string;
  otherName: string;
  method: string;
  confidence: number;
  evidence: LinkEvidence;
  undoneBy: string | null;
  undoneAt: Date | null;
  run: string | null;
  stands: boolean;
  records: number;
  withSource: string | null;
  withKey: string | null;
  withDay: string | null;
}

function mergeEvent(row: MergeRow): HistoryEvent {
  const rows = row.records === 0 ? '' : `, with ${rowsOf(row.records)}`;
  const tells = row.wasPart ? `Was made part of ${row.otherName}.` : `${row.otherName} became part of this customer${rows}.`;
  const source = row.withSource === null ? null : { source: row.withSource, key: row.withKey, observedOn: row.withDay };
  return {
    ...common(row),
    kind: row.wasPart ? 'was part' : 'merged',
    tells,
    why: `${tellEvidence(row.method, row.evidence, source)} (${row.confidence})`,
    other: { id: row.otherId, name: row.otherName },
    run: row.run,
    takenBack: takenBackOf(row),
    undo: row.stands && !row.wasPart ? 'unmerge' : null,
  };
}

interface SplitRow extends Row {
  hasLeft: boolean;
  records: number;
  run: string | null;
  purpose: string | null;
  otherId: string;
  otherName: string | null;
}

function splitEvent(row: SplitRow): HistoryEvent {
  const name = row.otherName ?? 'a customer that is gone';
  return {
    ...common(row),
    kind: row.hasLeft ? 'rows left' : 'rows came',
    tells: row.hasLeft ? `${capital(rowsOf(row.records))} went to ${name}.` : `${capital(rowsOf(row.records))} came from ${name}.`,
    other: row.otherName === null ? null : { id: row.otherId, name },
    run: row.run,
  };
}

interface WordRow extends Row {
  decision: string;
  verdict: string;
  otherId: string;
  otherName: string;
}

function wordEvent(row: WordRow): HistoryEvent {
  const whom =
    row.verdict === 'household' ? `A household with ${row.otherName}, but another person` : `Another person than ${row.otherName}`;
  return {
    ...common(row),
    kind: 'kept apart',
    tells: `${whom}: no run makes them one.`,
    other: { id: row.otherId, name: row.otherName },
    undo: 'decision',
    decision: row.decision,
  };
}

interface ValueRow extends Row {
  field: string;
  value: string | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  run: string;
}

function valueEvent(row: ValueRow): HistoryEvent {
  const title = GOLDEN_FIELDS.find(({ field }) => field === row.field)?.title ?? row.field;
  return {
    ...common(row),
    kind: 'set by hand',
    tells: row.value === null ? `The ${title} was handed back to the rules.` : `The ${title} was set to ${row.value}.`,
    run: row.run,
    takenBack: takenBackOf(row),
    undo: row.undoneAt === null ? 'run' : null,
  };
}

function common({ at, by }: Row): Omit<HistoryEvent, 'kind' | 'tells'> {
  return { at: at.toISOString(), by, why: null, other: null, run: null, takenBack: null, undo: null, decision: null };
}

function takenBackOf({ undoneAt, undoneBy }: { undoneAt: Date | null; undoneBy: string | null }): HistoryEvent['takenBack'] {
  return undoneAt === null ? null : { at: undoneAt.toISOString(), by: undoneBy };
}

function rowsOf(count: number): string {
  return count === 1 ? 'one row' : `${count.toLocaleString('en-US')} rows`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { tellRecord } from '../tell-evidence.ts';
import { GOLDEN_CHOICES, shortSource } from './golden-fields.ts';
import type { ChosenRow, HandRow } from './read-golden-values.ts';

/** Why a value won, as a sentence: "The newest of 3, from job 11209-1, 2024-05-02." */
export function tellWhy(row: ChosenRow, sources: readonly string[]): string {
  const parts = [`${capital(wonBy(row, sources))}, from ${tellRecord(row)}`];
  if (row.observedOn !== null) parts.push(row.observedOn);
  const tie = row.isTied && row.candidates > 1 ? ' Another stands as high; the first by its letters is taken.' : '';
  const generic = row.isGeneric ? ' It is shared by many or a placeholder: nothing better is known.' : '';
  return `${parts.join(', ')}.${tie}${generic}`;
}

function wonBy({ rule, candidates, rows, agreeing, choice, source }: ChosenRow, sources: readonly string[]): string {
  if (candidates === 1) return rows === 1 ? 'the only one' : `the only one, on ${rows} rows`;
  if (rule === 'most-frequent') return `on ${agreeing} of ${rows} rows`;
  if (rule === 'most-complete') return `the fullest of ${candidates}`;
  if (rule === 'newest') return `the newest of ${candidates}`;
  const place = sources.indexOf(source);
  const title = GOLDEN_CHOICES.find((known) => known.choice === choice)?.title ?? choice;
  if (place < 0) return `the newest of ${candidates}, as no trusted source has ${title === 'e-mail' ? 'an' : 'a'} ${title}`;
  return `the newest that ${shortSource(source)} have, of ${candidates}`;
}

/** "Set by hand by cli:anna on 2024-06-01." */
export function tellHand(row: HandRow, customerId: string): string {
  const from = row.fromSource === null ? '' : `, as in ${tellRecord({ source: row.fromSource, key: row.fromKey })}`;
  const whose = row.saidOf === customerId ? '' : `, of customer ${row.saidOf} that is part of this one`;
  return `Set by hand by ${row.decidedBy} on ${row.decidedAt.toISOString().slice(0, 10)}${from}${whose}.`;
}

export function tellLocked(): string {
  return 'Edited in the table itself: no rule touches it.';
}

export function tellNothing(isByHandOnly: boolean, hasRow: boolean): string {
  if (isByHandOnly) return 'No import carries it; a person can say it.';
  return hasRow ? 'The chosen row does not say.' : 'No row says.';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

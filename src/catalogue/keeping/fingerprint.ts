import { createHash } from 'node:crypto';
import { version } from '../../platform/config.ts';
import type { Question } from '../question.ts';
import { namedParameters } from '../reading/bind-named-parameters.ts';
import type { SettledParameters } from '../running/settle-parameters.ts';

/** Raised when the same statement would be presented otherwise. */
const ANSWER_FORM = 1;

/** What tells one asking from another: program, statement, receipt and every value bound. */
export function fingerprint(question: Question, receiptSql: string, settled: SettledParameters): string {
  return hashed([version, ANSWER_FORM, question.id, question.sql, receiptSql, [...settled.bound], settled.shown, settled.timeZone]);
}

/** What tells one receipt from another: its statement and the values it is bound to; questions that share a receipt share it. */
export function receiptFingerprint(receiptSql: string, settled: SettledParameters): string {
  const values = namedParameters(receiptSql).map((name) => [name, settled.bound.get(name) ?? null]);
  return hashed([version, ANSWER_FORM, receiptSql, values]);
}

function hashed(asked: unknown): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

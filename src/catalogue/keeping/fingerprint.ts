import { createHash } from 'node:crypto';
import { version } from '../../platform/config.ts';
import type { Question } from '../question.ts';
import type { SettledParameters } from '../running/settle-parameters.ts';

/** Raised when the same statement would be presented otherwise. */
const ANSWER_FORM = 1;

/** What tells one asking from another: program, statement, receipt and every value bound. */
export function fingerprint(question: Question, receiptSql: string, settled: SettledParameters): string {
  const asked = [version, ANSWER_FORM, question.id, question.sql, receiptSql, [...settled.bound], settled.shown, settled.timeZone];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

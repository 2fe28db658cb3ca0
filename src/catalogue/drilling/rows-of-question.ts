import { Fault } from '../../platform/fault.ts';
import type { Question } from '../question.ts';
import type { Rules } from './measure.ts';
import type { RowSet } from './row-set.ts';

/** The columns of the question's answer that say which rows a row of it stands for. */
export function keysOf(question: Question, rowSet: RowSet): string[] {
  const { keys, split } = question.rows;
  const splitKeys = split === undefined ? [] : [split.on, ...Object.values(split.by).flatMap((columns) => Object.keys(columns))];
  return question.columns
    .map(({ name }) => name)
    .filter((name) => splitKeys.includes(name) || (name in keys ? keys[name] !== null : rowSet.keys.includes(name)));
}

/** The rule of each column: what the family says, as far as the question does not say otherwise. */
export function rulesOf(question: Question, rowSet: RowSet): Rules {
  const rules = { ...rowSet.measures, ...question.rows.measures };
  return Object.fromEntries(Object.entries(rules).flatMap(([column, rule]) => (rule === null ? [] : [[column, rule]])));
}

/**
 * The column of the rows that a column of the answer is, given what else is asked for; null when
 * it restricts nothing there (the kind "overall"). A column that is no key is a Fault.
 */
export function keyColumn(
  question: Question,
  rowSet: RowSet,
  column: string,
  where: Readonly<Record<string, string | null>>,
): string | null {
  const known = keysOf(question, rowSet);
  if (!known.includes(column)) {
    throw new Fault(
      'unknown_column',
      `The rows of "${question.id}" are not told apart by "${column}". They are by: ${known.length === 0 ? 'nothing' : known.join(', ')}.`,
      { exit: 'usage', details: { known } },
    );
  }
  const { keys, split } = question.rows;
  if (split === undefined) return keys[column] ?? column;
  if (column === split.on) return null;
  const columns = split.by[where[split.on] ?? ''];
  if (Object.values(split.by).some((others) => column in others)) return columns?.[column] ?? null;
  return keys[column] ?? column;
}

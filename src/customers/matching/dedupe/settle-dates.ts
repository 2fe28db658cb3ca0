import type { RecordColumn } from '../record-table.ts';

const NUMBERS = /^(0?[1-9]|[12]\d|3[01])([/.-])(0?[1-9]|[12]\d|3[01])[/.-](\d{2}|\d{4})\b/;

/**
 * Days of birth as 4/3/1961 with the month first, whichever way the file has it: those of a column written with one
 * mark tell by the days from the 13th on, and where none is, only dots stand behind the day. Marks that contradict
 * themselves are left as they are.
 */
export function settleDates(column: RecordColumn): RecordColumn {
  if (column.kind !== 'dob') return column;
  const tally = new Map(['/', '.', '-'].map((mark) => [mark, { dayFirst: mark === '.' ? 1 : 0, monthFirst: 0 }]));
  for (const value of column.values) {
    const [, first, mark = '', second] = NUMBERS.exec(value) ?? [];
    const count = tally.get(mark);
    if (count === undefined) continue;
    if (Number(first) > 12) count.dayFirst += 1;
    else if (Number(second) > 12) count.monthFirst += 1;
  }
  // A few in the other order are slips; where they are many nobody knows.
  const swapped = [...tally].flatMap(([mark, { dayFirst, monthFirst }]) => (dayFirst > 4 * monthFirst ? [mark] : []));
  const settle = (found: string, first: string, mark: string, second: string, year: string): string =>
    swapped.includes(mark) && Number(second) <= 12 ? `${second}/${first}/${year}` : found;
  return { ...column, values: column.values.map((value) => value.replace(NUMBERS, settle)) };
}

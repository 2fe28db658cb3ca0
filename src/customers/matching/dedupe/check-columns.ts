import { readBirthDate } from '../features/read-birth-date.ts';
import { MOST_OTHERS } from '../features/layout.ts';
import type { ColumnKind, RecordTable } from '../record-table.ts';

/** So many filled cells of a column tell what it holds. */
const LOOKED_AT = 10_000;

/** What somebody who chose the columns should hear before believing the result: empty and wrong columns, ids that are not one row's own. */
export function checkColumns({ ids, columns }: RecordTable, hasIds: boolean): string[] {
  return [
    ...columns.flatMap(({ kind, name, values }) => checkColumn(kind, name, values)),
    ...checkOthers(columns),
    ...(hasIds ? checkIds(ids) : []),
  ];
}

function checkColumn(kind: ColumnKind, name: string, values: readonly string[]): string[] {
  const isReadable = READABLE[kind];
  let filled = 0;
  let readable = 0;
  for (const value of values) {
    if (value === '') continue;
    filled += 1;
    if (isReadable(value)) readable += 1;
    if (filled === LOOKED_AT) break;
  }
  if (filled === 0) return [`${kind}=${name}: no row has a value in this column.`];
  if (2 * readable >= filled) return [];
  return [`${kind}=${name}: only ${readable} of ${filled} values can be read as ${SAID[kind] ?? kind}. Is it the right column?`];
}

function checkOthers(columns: RecordTable['columns']): string[] {
  const tooMany = columns.filter(({ kind }) => kind === 'other').slice(MOST_OTHERS);
  if (tooMany.length === 0) return [];
  return [`At most ${MOST_OTHERS} columns are compared as "other"; left out: ${tooMany.map(({ name }) => name).join(', ')}.`];
}

function checkIds(ids: readonly string[]): string[] {
  if (ids.every((id, row) => row === 0 || id > (ids[row - 1] ?? ''))) return [];
  const known = new Set<string>();
  let repeated = 0;
  let first = '';
  let empty = 0;
  for (const id of ids) {
    if (id.trim() === '') empty += 1;
    else if (known.has(id)) {
      if (repeated === 0) first = id;
      repeated += 1;
    } else known.add(id);
  }
  const how = 'The lines of the result stand in the order of the rows.';
  return [
    ...(empty > 0 ? [`${empty} rows have no id. ${how}`] : []),
    ...(repeated > 0 ? [`${repeated} rows have an id that stood in a row before (the first is "${first}"). ${how}`] : []),
  ];
}

const hasLetters = (value: string): boolean => /\p{L}/u.test(value);

const READABLE: Readonly<Record<ColumnKind, (value: string) => boolean>> = {
  name: hasLetters,
  given_name: hasLetters,
  surname: hasLetters,
  email: (value) => value.includes('@'),
  phone: (value) => value.replace(/\D/g, '').length >= 7,
  street: hasLetters,
  city: hasLetters,
  state: () => true,
  zip: (value) => /\d/.test(value),
  dob: (value) => readBirthDate(value) !== 0,
  company: hasLetters,
  other: () => true,
};

const SAID: Partial<Record<ColumnKind, string>> = {
  name: 'a name',
  given_name: 'a name',
  surname: 'a name',
  email: 'an e-mail',
  phone: 'a telephone number',
  street: 'a street',
  city: 'a town',
  zip: 'a postal code',
  dob: 'a day of birth',
  company: 'a company',
};

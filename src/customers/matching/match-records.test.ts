import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchRecords } from './match-records.ts';
import type { ColumnKind, RecordTable } from './record-table.ts';

const KINDS: readonly ColumnKind[] = ['given_name', 'surname', 'email', 'phone', 'street', 'zip', 'dob'];
const GIVEN = ['Nora', 'Otto', 'Carl', 'Ida', 'Greta', 'Hugo', 'Lena', 'Paul', 'Vera', 'Emil', 'Ruth', 'Sven'];
const SURNAMES = ['Quill', 'Venn', 'Bell', 'Marsh', 'Thorne', 'Ostrow', 'Lindqvist', 'Abara', 'Ferris', 'Holm', 'Zeller', 'Pryce', 'Kowal'];

interface Row {
  id: string;
  cells: string[];
}

/** Person `n`: everything about them, the same every time it is asked for. */
function person(n: number): string[] {
  const given = GIVEN[n % GIVEN.length] ?? '';
  const surname = SURNAMES[(n * 7) % SURNAMES.length] ?? '';
  return [
    given,
    surname,
    `${given}.${surname}${n * 37}@post${n % 5}.org`.toLowerCase(),
    `512555${String(1000 + n)}`,
    `${n * 3 + 1} ${SURNAMES[(n * 5) % SURNAMES.length]} Street`,
    String(70000 + n * 13),
    `19${String(40 + (n % 50))}-0${(n % 9) + 1}-1${n % 10}`,
  ];
}

/** Sixty people with one to three records, the later ones without mail or with another phone. */
function town(): Row[] {
  return Array.from({ length: 60 }, (_, n) => n).flatMap((n) => {
    const whole = person(n);
    const rows = [
      whole,
      whole.map((cell, at) => (at === 2 || at === 6 ? '' : cell)),
      whole.map((cell, at) => (at === 3 ? `646555${1000 + n}` : cell)),
    ];
    return rows.slice(0, 1 + (n % 3)).map((cells, nth) => ({ id: `p${n}-${nth}`, cells }));
  });
}

function tableOf(rows: readonly Row[]): RecordTable {
  return {
    ids: rows.map(({ id }) => id),
    columns: KINDS.map((kind, at) => ({ kind, name: kind, values: rows.map(({ cells }) => cells[at] ?? '') })),
  };
}

/** The groups as lists of ids, in an order of their own. */
function groupsOf(rows: readonly Row[]): string[] {
  const { clusters } = matchRecords(tableOf(rows));
  const groups = new Map<number, string[]>();
  for (const [record, cluster] of clusters.entries()) groups.set(cluster, [...(groups.get(cluster) ?? []), rows[record]?.id ?? '']);
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort();
}

test('records of one person come together, those of others stay apart', () => {
  const rows = town();
  const expected = Array.from({ length: 60 }, (_, n) => Array.from({ length: 1 + (n % 3) }, (_none, nth) => `p${n}-${nth}`).join(' '));
  expect(groupsOf(rows)).toEqual(expected.sort());
});

test('the order of the rows does not matter, and a second run gives the same', () => {
  const rows = town();
  const groups = groupsOf(rows);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(groupsOf(shuffled)).toEqual(groups);
    }),
    { numRuns: 10 },
  );
});

test('an e-mail and a phone that two hundred people share bring nobody together', () => {
  const office = Array.from({ length: 200 }, (_, n) => ({
    id: `o${n}`,
    cells: [
      GIVEN[n % GIVEN.length] ?? '',
      `${SURNAMES[n % SURNAMES.length]}${String.fromCharCode(97 + (n % 23))}${String.fromCharCode(97 + (n % 19))}`,
      'desk@agency.org',
      '5125550000',
      '',
      '',
      '',
    ],
  }));
  expect(groupsOf([...town(), ...office]).filter((ids) => ids.split(' ').filter((id) => id.startsWith('o')).length > 1)).toEqual([]);
});

test('people of one house who share everything but the given name stay two', () => {
  const rows = town();
  const couple = person(4).map((cell, at) => (at === 0 ? 'Beatrix' : at === 6 ? '' : cell));
  const groups = groupsOf([...rows, { id: 'spouse', cells: couple }]);
  expect(groups).toContain('spouse');
});

test('an empty table, one record and records without any value are nobody else', () => {
  expect(groupsOf([])).toEqual([]);
  expect(groupsOf([{ id: 'a', cells: person(1) }])).toEqual(['a']);
  const nothing = ['x', 'y', 'z'].map((id) => ({ id, cells: KINDS.map(() => '') }));
  expect(groupsOf([...town(), ...nothing])).toEqual(expect.arrayContaining(['x', 'y', 'z']));
});

test('a father and a son of one name and one house stay two when they are told apart as Sr and Jr', () => {
  const whole = person(4).map((cell, at) => (at === 2 || at === 3 || at === 6 ? '' : cell));
  const groups = groupsOf([
    ...town(),
    { id: 'father', cells: whole.map((cell, at) => (at === 1 ? 'Abelard Sr' : cell)) },
    { id: 'son', cells: whole.map((cell, at) => (at === 1 ? 'Abelard Jr' : cell)) },
  ]);
  expect(groups.filter((ids) => ids.includes('father') && ids.includes('son'))).toEqual([]);
});

import { expect, test } from 'vitest';
import { matchRecords } from '../match-records.ts';
import type { RecordTable } from '../record-table.ts';
import { AT } from '../features/layout.ts';
import { learnModel } from './learn-model.ts';
import { matchByModel, type ModelMatch } from './match-by-model.ts';

const LIMITS = { automatic: 0.95, doubtful: 0 };
const GIVEN = ['Anna', 'Peter', 'Maria', 'Huong', 'Robert', 'Lee', 'Carla', 'Otto', 'Nina', 'Walter', 'Ida'];
const SURNAMES = ['Acker', 'Bolt', 'Pham', 'Quillfeather', 'Hagedorn', 'Santos', 'Nguyen', 'Smith', 'Wren', 'Tran', 'Moss', 'Otis', 'Lund'];

/** 6,000 rows, more than are looked up one by one; 143 whole names that forty people each bear, every tenth row a second one of its person. */
function manyRecords(): RecordTable {
  const rows = Array.from({ length: 6000 }, (_, row) => {
    const person = row % 10 === 9 ? row - 1 : row;
    const name = `${GIVEN[person % 11] ?? ''} ${SURNAMES[person % 13] ?? ''}`;
    const phone = `31255${String(50_000 + person)}`;
    return [
      name,
      row === person ? `p${person}@mail.test` : '',
      phone,
      `${person % 900} Oak St`,
      `606${String(person % 40).padStart(2, '0')}`,
    ];
  });
  const kinds = ['name', 'email', 'phone', 'street', 'zip'] as const;
  return {
    ids: rows.map((_, row) => String(row)),
    columns: kinds.map((kind, place) => ({ name: kind, kind, values: rows.map((row) => row[place] ?? '') })),
  };
}

function pick(table: RecordTable, rows: readonly number[]): RecordTable {
  return {
    ids: rows.map((row) => table.ids[row] ?? ''),
    columns: table.columns.map((column) => ({ ...column, values: rows.map((row) => column.values[row] ?? '') })),
  };
}

function probabilityOf({ pairs, probabilities }: ModelMatch, a: number, b: number): number | undefined {
  for (let pair = 0; pair < pairs.size; pair += 1) if (pairs.first[pair] === a && pairs.second[pair] === b) return probabilities[pair];
  return undefined;
}

test('two records are as likely one person when they stand alone as among thousands, with names that go together and names that do not', () => {
  const table = manyRecords();
  const model = learnModel(matchRecords(table, { threshold: 0.85 }));
  const all = matchByModel(table, model, LIMITS);
  for (const row of [8, 28, 1008, 5998]) {
    const among = probabilityOf(all, row, row + 1);
    expect(among).toBeGreaterThan(0);
    expect(probabilityOf(matchByModel(pick(table, [row, row + 1]), model, LIMITS), 0, 1)).toBe(among);
  }
  const unheard = { ...model, values: model.values.filter(({ feature }) => feature !== AT.fullName) };
  const few = matchByModel(pick(table, [8, 9]), unheard, LIMITS);
  const many = matchByModel(
    pick(
      table,
      Array.from({ length: 6000 }, (_, row) => row),
    ),
    unheard,
    LIMITS,
  );
  expect(probabilityOf(few, 0, 1)).toBe(probabilityOf(many, 8, 9));
});

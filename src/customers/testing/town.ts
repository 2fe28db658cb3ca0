import type { ScratchDatabase } from '../../../tests/database.ts';
import { addRows, resolveAll, type ToyRow } from './cast.ts';

const MODEL_TABLES = ['models', 'model_weights', 'model_values'] as const;

/** Settles the same people in each business; the first one's model, learnt from them, is that of all. */
export async function settleTown(scratch: ScratchDatabase, businessIds: readonly string[]): Promise<void> {
  const rows = townspeople();
  const [first = '', ...others] = businessIds;
  const ids = await scratch.database.inBusiness(first, async (transaction) => {
    const added = await addRows(transaction, rows);
    await resolveAll(transaction, { match: 'always' });
    return added;
  });
  const model = await scratch.database.inBusiness(first, async (transaction) => {
    const found: { table: string; rows: { row: unknown }[] }[] = [];
    for (const table of MODEL_TABLES)
      found.push({
        table,
        rows: await transaction.rows(`select to_jsonb(stored) as row from customers.${table} as stored where business_id = $1`, [first]),
      });
    return found;
  });
  for (const other of others)
    await scratch.database.inBusiness(other, async (transaction) => {
      await addRows(
        transaction,
        rows.map((row, index) => ({ ...row, id: ids[index] ?? '' })),
      );
      for (const { table, rows: stored } of model)
        await transaction.run(
          `insert into customers.${table} select * from jsonb_populate_recordset(null::customers.${table}, $1::jsonb)`,
          [JSON.stringify(stored.map(({ row }) => ({ ...Object(row), business_id: other })))],
        );
      await resolveAll(transaction, { match: 'always' });
    });
}

const GIVEN = [
  'Anna',
  'Peter',
  'Louise',
  'Frank',
  'Helga',
  'Simon',
  'Clara',
  'Victor',
  'Ruth',
  'Martin',
  'Judith',
  'Paul',
  'Edith',
  'Hugo',
  'Nora',
];
const SURNAMES = [
  'Acker',
  'Bolt',
  'Crane',
  'Dorn',
  'Esser',
  'Falk',
  'Grau',
  'Hill',
  'Ives',
  'Jung',
  'Kern',
  'Lund',
  'Moor',
  'Nash',
  'Oakes',
  'Pohl',
  'Quist',
  'Rowe',
  'Stone',
  'Thorn',
];

/** Three hundred people, so that there is something to learn what is rare from. */
export function townspeople(): ToyRow[] {
  return GIVEN.flatMap((given, row) =>
    SURNAMES.map((surname, column) => ({
      key: `${given} ${surname}`,
      name: `${given} ${surname}`,
      email: `${given}${surname}${row * 7 + column}@town.test`.toLowerCase(),
      phone: `312 ${400 + row * 20 + column} ${String(1000 + (((row * 20 + column) * 37) % 9000))}`,
    })),
  );
}

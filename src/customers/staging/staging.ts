import pg, { type QueryResultRow } from 'pg';
import { copyRows } from '../../platform/database/copy-rows.ts';
import { type BusinessTransaction, preparedName } from '../../platform/database/database.ts';
import { carryRows } from './carry-rows.ts';
import { STAGED_TABLES, type StagedName } from './staged-tables.ts';

export type StagedRow = readonly (string | null)[];

/**
 * The rows that a run's statements share, each set under the name by which they join it. Many are put
 * into temp tables. Few are sent along with each statement instead: one new record made and dropped two
 * dozen temp tables in 83 messages, and a statement over one is
 * planned anew each time. The statements are the same ones either way.
 */
export class Staging {
  readonly transaction: BusinessTransaction;
  /** Null when the rows lie in temp tables. */
  #held: Map<StagedName, readonly StagedRow[]> | null;

  private constructor(transaction: BusinessTransaction, areFew: boolean) {
    this.transaction = transaction;
    this.#held = areFew ? new Map() : null;
  }

  /** Rows that are few until `spill`; `close` it before other statements of the transaction. */
  static async few(transaction: BusinessTransaction): Promise<Staging> {
    await transaction.client.query(LOOK_UPS_ONLY);
    return new Staging(transaction, true);
  }

  /** Rows in temp tables. */
  static many(transaction: BusinessTransaction): Staging {
    return new Staging(transaction, false);
  }

  get areFew(): boolean {
    return this.#held !== null;
  }

  /** Puts rows under a name, in the place of those that were there. */
  async put(table: StagedName, rows: Iterable<StagedRow>): Promise<void> {
    if (this.#held === null) await makeTable(this.transaction, table, rows);
    else this.#held.set(table, [...rows]);
  }

  /** The same with the rows that a statement selects, in the order of the table's columns. */
  async select(table: StagedName, sql: string, parameters: readonly unknown[]): Promise<void> {
    if (this.#held !== null) {
      this.#held.set(table, await this.texts(sql, parameters));
      return;
    }
    await this.transaction.run(`drop table if exists pg_temp.${table}`);
    await this.transaction.run(`create temp table ${table} on commit drop as ${sql.replace(/^(\s*--.*\n)+/, '')}`, parameters);
    await this.transaction.run(`analyze ${table}`);
  }

  /** Puts rows that a statement selects in the place of those with the same first column. */
  async replace(table: StagedName, sql: string, parameters: readonly unknown[]): Promise<void> {
    const columns = STAGED_TABLES[table].split(', ').map((column) => column.split(' ')[0] ?? '');
    const [key = '', ...others] = columns;
    if (this.#held === null) {
      const set = others.map((column) => `${column} = fresh.${column}`).join(', ');
      await this.transaction.run(
        `update ${table} set ${set} from (${sql.replace(/^(\s*--.*\n)+/, '')}) as fresh where ${table}.${key} = fresh.${key}`,
        parameters,
      );
      return;
    }
    const fresh = new Map((await this.texts(sql, parameters)).map((row) => [row[0], row]));
    this.#held.set(
      table,
      this.heldRows(table).map((row) => fresh.get(row[0]) ?? row),
    );
  }

  /** The rows under a name, while they are few. */
  heldRows(table: StagedName): readonly StagedRow[] {
    return this.#held?.get(table) ?? [];
  }

  /** From now on everything lies in temp tables: it has become many. */
  async spill(): Promise<void> {
    const held = this.#held;
    if (held === null) return;
    await this.close();
    for (const [table, rows] of held) await makeTable(this.transaction, table, rows);
  }

  /** What follows in the transaction is planned as ever. */
  async close(): Promise<void> {
    if (this.#held !== null) await this.transaction.client.query(AS_EVER);
    this.#held = null;
  }

  /** Runs a statement that may name staged rows; how many rows it touched. */
  async run(sql: string, parameters: readonly unknown[]): Promise<number> {
    if (this.#held === null) return this.transaction.run(sql, parameters);
    return (await this.transaction.client.query(this.#carry(sql, parameters))).rowCount ?? 0;
  }

  /** Runs one and returns its rows. */
  async rows<Row extends QueryResultRow>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    if (this.#held === null) return this.transaction.rows<Row>(sql, parameters);
    return (await this.transaction.client.query<Row>(this.#carry(sql, parameters))).rows;
  }

  /** Runs one and returns its rows as PostgreSQL writes them. */
  async texts(sql: string, parameters: readonly unknown[]): Promise<(string | null)[][]> {
    const statement = this.#held === null ? { text: sql, values: [...parameters] } : this.#carry(sql, parameters);
    return (await this.transaction.client.query<(string | null)[]>({ ...statement, rowMode: 'array', types: AS_TEXT })).rows;
  }

  #carry(sql: string, parameters: readonly unknown[]): { name: string; text: string; values: unknown[] } {
    const held = this.#held;
    const { text, tables } = carryRows(sql, parameters.length, (table) => held?.has(table) === true);
    return { name: preparedName(text), text, values: [...parameters, ...tables.map((table) => JSON.stringify(held?.get(table) ?? []))] };
  }
}

/**
 * A few rows are looked up by index, one by one, whatever the planner believes of a table that was filled a moment ago
 * (it read all likely pairs of a business for one record); and each statement is planned once per connection, not per execution.
 */
const SETTINGS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_bitmapscan: 'off',
};
const LOOK_UPS_ONLY = Object.entries(SETTINGS)
  .map(([name, value]) => `set local ${name} = ${value}`)
  .join('; ');
const AS_EVER = Object.keys(SETTINGS)
  .map((name) => `set local ${name} to default`)
  .join('; ');

const AS_TEXT = { getTypeParser: () => (text: string) => text };

/** Up to here rows are sent as one message with the table: a COPY and what belongs to it are five. */
const ONE_MESSAGE = 50;

async function makeTable(transaction: BusinessTransaction, table: StagedName, rows: Iterable<StagedRow>): Promise<void> {
  const make = `drop table if exists pg_temp.${table}; create temp table ${table} (${STAGED_TABLES[table]}) on commit drop`;
  const source = rows[Symbol.iterator]();
  const first: StagedRow[] = [];
  let next = source.next();
  for (; next.done !== true && first.length < ONE_MESSAGE; next = source.next()) first.push(next.value);
  if (next.done === true) {
    await transaction.client.query(first.length === 0 ? make : `${make}; insert into ${table} values ${listed(first)}; analyze ${table}`);
    return;
  }
  await transaction.client.query(make);
  const copier = copyRows(transaction.client, table);
  for (const row of first) copier.add(row);
  for (let count = first.length; next.done !== true; next = source.next()) {
    copier.add(next.value);
    count += 1;
    if (count % 5_000 === 0) await copier.settle();
  }
  await copier.finish();
  await transaction.run(`analyze ${table}`);
}

function listed(rows: readonly StagedRow[]): string {
  return rows.map((row) => `(${row.map((value) => (value === null ? 'null' : pg.escapeLiteral(value))).join(', ')})`).join(', ');
}

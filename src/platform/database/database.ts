import { createHash } from 'node:crypto';
import pg from 'pg';
import type { PoolClient, QueryResultRow } from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));

/** A transaction inside one business: every query in it sees that business's rows only. */
export interface BusinessTransaction {
  readonly businessId: string;
  readonly client: PoolClient;
  /** Runs a statement and returns its rows. */
  rows<Row extends QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement that must return exactly one row. */
  one<Row extends QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<Row>;
  /** Runs a statement and returns how many rows it touched. */
  run(sql: string, parameters?: readonly unknown[]): Promise<number>;
  /** Like `rows`, but each connection parses and plans the statement once: for short ones that run often, always with the same text. */
  prepared<Row extends QueryResultRow>(sql: string, parameters: readonly unknown[]): Promise<Row[]>;
}

interface DatabaseOptions {
  appUrl: string;
  adminUrl: string;
  onClose: () => Promise<void>;
}

/** The pool the app works with, and the one way into a business. */
export class Database {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly #pool: pg.Pool;
  readonly #onClose: () => Promise<void>;

  constructor(options: DatabaseOptions) {
    this.adminUrl = options.adminUrl;
    this.appUrl = options.appUrl;
    this.#onClose = options.onClose;
    this.#pool = new pg.Pool({
      connectionString: options.appUrl,
      // One is kept however long it idles: what it has planned makes the next short question quick.
      min: 1,
      max: 10,
      application_name: 'throughline',
      idleTimeoutMillis: 30_000,
    });
    // A connection that breaks (server stopped) is replaced; the next query tells. That of an idle one is
    // told to the pool, that of one in use between two queries to the connection: unheard, it would end the process.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** Runs `work` in a transaction inside a business; commits when it returns, rolls back when it throws. */
  async inBusiness<T>(
    businessId: string,
    work: (transaction: BusinessTransaction) => Promise<T>,
    mode: TransactionMode = 'write',
  ): Promise<T> {
    // One message with the begin: a question of some milliseconds waits for the server one time less.
    const enter = `select tenancy.set_business(${pg.escapeLiteral(businessId)})`;
    return this.#transaction({ mode, enter }, (client) => work(transactionOn(client, businessId)));
  }

  /** Runs `work` in a transaction outside any business: only the global tables show rows. */
  async outsideBusinesses<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#transaction({ mode: 'write', enter: '' }, work);
  }

  /** A connection of one's own, e.g. to hold an advisory lock; the caller releases it. */
  connect(): Promise<PoolClient> {
    return this.#pool.connect();
  }

  /** Closes the pool and gives the embedded server back. */
  async close(): Promise<void> {
    await this.#pool.end();
    await this.#onClose();
  }

  async #transaction<T>({ mode, enter }: { mode: TransactionMode; enter: string }, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`${mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin'}; ${enter}`);
      const result = await work(client);
      await client.query(mode === 'dry-run' ? 'rollback' : 'commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** `dry-run` does everything and rolls it back: what it reports is exactly what executing would do. */
export type TransactionMode = 'read' | 'write' | 'dry-run';

function transactionOn(client: PoolClient, businessId: string): BusinessTransaction {
  return {
    businessId,
    client,
    async rows<Row extends QueryResultRow>(sql: string, parameters: readonly unknown[] = []) {
      return (await client.query<Row>(sql, [...parameters])).rows;
    },
    async one<Row extends QueryResultRow>(sql: string, parameters: readonly unknown[] = []) {
      const { rows } = await client.query<Row>(sql, [...parameters]);
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw new Error(`expected one row, got ${rows.length}: ${sql.slice(0, 120)}`);
      return row;
    },
    async run(sql: string, parameters: readonly unknown[] = []) {
      return (await client.query(sql, [...parameters])).rowCount ?? 0;
    },
    async prepared<Row extends QueryResultRow>(sql: string, parameters: readonly unknown[]) {
      return (await client.query<Row>({ name: preparedName(sql), text: sql, values: [...parameters] })).rows;
    },
  };
}

const names = new Map<string, string>();

/** A statement's name on its connection: the same text has the same one. */
export function preparedName(sql: string): string {
  const known = names.get(sql) ?? createHash('sha1').update(sql).digest('hex');
  names.set(sql, known);
  return known;
}

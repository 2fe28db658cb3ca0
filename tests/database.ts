import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { Database } from '../src/platform/database/database.ts';
import { uuidV7 } from '../src/platform/uuid.ts';

export interface ScratchDatabase {
  database: Database;
  /** A business made for the test. */
  businessId: string;
  /** Makes another business. */
  makeBusiness(slug: string, settings?: { currency?: string; timeZone?: string }): Promise<string>;
  /** Drops the clone; call it in afterAll/afterEach. */
  drop(): Promise<void>;
}

/** A clone of the migrated template with one business in it ("test-mover", USD, America/Chicago). */
export async function withDatabase(): Promise<ScratchDatabase> {
  const adminUrl = new URL(inject('adminUrl'));
  const appUrl = new URL(inject('appUrl'));
  const template = adminUrl.pathname.slice(1);
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  const server = new URL(adminUrl);
  server.pathname = '/postgres';
  await onServer(server, `create database ${name} template ${template}`);
  adminUrl.pathname = `/${name}`;
  appUrl.pathname = `/${name}`;
  const database = new Database({ adminUrl: adminUrl.toString(), appUrl: appUrl.toString(), onClose: async () => {} });
  const makeBusiness = async (slug: string, settings: { currency?: string; timeZone?: string } = {}): Promise<string> => {
    const id = uuidV7();
    await database.outsideBusinesses((client) =>
      client.query('insert into tenancy.businesses (id, slug, name, currency, time_zone) values ($1, $2, $2, $3, $4)', [
        id,
        slug,
        settings.currency ?? 'USD',
        settings.timeZone ?? 'America/Chicago',
      ]),
    );
    return id;
  };
  const businessId = await makeBusiness('test-mover');
  return {
    database,
    businessId,
    makeBusiness,
    async drop() {
      await database.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

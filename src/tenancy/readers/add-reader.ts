import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { READER_ROLE } from '../../platform/database/reading-roles.ts';
import type { Business } from '../choose-business.ts';
import { asAdministrator } from './as-administrator.ts';
import insertSql from './insert-reader.sql';

export interface NewReader {
  role: string;
  /** Kept nowhere: the server has a hash of it, and nobody can be told again. */
  password: string;
}

/** Sessions one role may have open at a time. */
export const MOST_SESSIONS = 10;

/** What every session of such a role begins with; the walls do not rest on these, for a session may change them. */
const SESSION = {
  statement_timeout: '60s',
  idle_in_transaction_session_timeout: '5min',
  default_transaction_read_only: 'on',
  search_path: 'reporting',
};

/**
 * Makes a role of the database that reads one business and nothing else, for another program to
 * sign in with. Role and business are written in one transaction of the administrator.
 */
export async function addReader(adminUrl: string, business: Business, label: string): Promise<NewReader> {
  // Every role can list the roles: the name must not tell of the business.
  const role = `reader_${randomBytes(5).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  await asAdministrator(adminUrl, async (client) => {
    const name = client.escapeIdentifier(role);
    const secret = client.escapeLiteral(hashPassword(password));
    await client.query(
      `create role ${name} login inherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication connection limit ${MOST_SESSIONS} password ${secret}`,
    );
    await client.query(`grant ${READER_ROLE} to ${name}`);
    for (const [setting, value] of Object.entries(SESSION))
      await client.query(`alter role ${name} set ${setting} = ${client.escapeLiteral(value)}`);
    if (await isSuperuser(client)) await client.query(`alter role ${name} set temp_file_limit = '1GB'`);
    await client.query(insertSql, [role, business.id, label]);
  });
  return { role, password };
}

/** The form in which PostgreSQL keeps a password: so that no log of statements ever holds the password itself. */
function hashPassword(password: string): string {
  const rounds = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const sign = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(sign('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${sign('Server Key').toString('base64')}`;
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('select rolsuper as is from pg_roles where rolname = current_user');
  return rows[0]?.is === true;
}

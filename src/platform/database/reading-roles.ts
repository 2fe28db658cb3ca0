import type pg from 'pg';
import { Fault } from '../fault.ts';
import { isSqlState } from './sql-state.ts';

/** What the app puts on to run SQL that somebody typed: it reads what is open to analysts, and nothing else. */
export const ANALYST_ROLE = 'throughline_analyst';

/** What the roles made for other programs are members of: it reads the schema `reporting`. */
export const READER_ROLE = 'throughline_reader';

/** Makes the two roles that only read, unless they are there. Nobody can sign in as one of them. */
export async function makeReadingRoles(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select rolname as name from pg_roles where rolname = any ($1)', [
    [ANALYST_ROLE, READER_ROLE],
  ]);
  for (const role of [ANALYST_ROLE, READER_ROLE].filter((wanted) => !rows.some(({ name }) => name === wanted))) {
    await client.query(`create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole`).catch((cause: unknown) => {
      if (isSqlState(cause, '42710', '23505')) return;
      throw new Fault(
        'app_role_not_made',
        `The user of DATABASE_URL may not make the role ${role}, which SQL of your users runs as. Give that user CREATEROLE, once.`,
        { exit: 'configuration', cause },
      );
    });
  }
}

/**
 * Lets the app put the analyst's role on. It inherits nothing of it: row security would
 * otherwise bind the app itself by the walls made for readers. Where we may, it can also cap the
 * disk that one statement of an analyst takes.
 */
export async function letAppRead(client: pg.ClientBase, appRole: string): Promise<void> {
  const { rows } = await client.query<{ isMember: boolean; inherits: boolean; maySetLimit: boolean; mayLetSetLimit: boolean }>(
    `select
       pg_has_role(app.oid, $2, 'member') as "isMember",
       app.rolinherit as inherits,
       has_parameter_privilege(app.oid, 'temp_file_limit', 'set') as "maySetLimit",
       own.rolsuper as "mayLetSetLimit"
     from pg_roles as app, pg_roles as own
     where app.rolname = $1 and own.rolname = current_user`,
    [appRole, ANALYST_ROLE],
  );
  const [now] = rows;
  if (now?.inherits !== false) await client.query(`alter role ${appRole} noinherit`);
  if (now?.isMember !== true) await client.query(`grant ${ANALYST_ROLE} to ${appRole}`);
  if (now?.mayLetSetLimit === true && !now.maySetLimit) await client.query(`grant set on parameter temp_file_limit to ${appRole}`);
}

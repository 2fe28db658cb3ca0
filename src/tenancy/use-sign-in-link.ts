import type { PoolClient } from 'pg';
import type { Database } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import findSql from './find-sign-in-link.sql';
import { LINK_MINUTES } from './make-sign-in-link.ts';
import { hashToken, makeToken } from './one-time-token.ts';
import openSessionSql from './open-session.sql';
import useSql from './use-sign-in-link.sql';

/** Days for which a browser stays signed in. */
export const SESSION_DAYS = 30;

/**
 * Uses a sign-in link up and opens a session; returns the session's secret for the cookie.
 * Faults: sign_in_link_unknown, sign_in_link_used, sign_in_link_expired (all 403).
 */
export async function useSignInLink(database: Database, token: string, userAgent: string | undefined): Promise<string> {
  return database.outsideBusinesses(async (client) => {
    const used = await client.query<{ memberId: string }>(useSql, [hashToken(token)]);
    const [link] = used.rows;
    if (link === undefined) throw await whyNot(client, token);
    const session = makeToken();
    await client.query(openSessionSql, [hashToken(session), link.memberId, SESSION_DAYS, userAgent?.slice(0, 300) ?? null]);
    return session;
  });
}

async function whyNot(client: PoolClient, token: string): Promise<Fault> {
  const { rows } = await client.query<{ isUsed: boolean }>(findSql, [hashToken(token)]);
  const [link] = rows;
  const next = 'Run "throughline sign-in-link" where Throughline runs: it prints a new one.';
  if (link === undefined)
    return new Fault('sign_in_link_unknown', `This sign-in link is not one of ours; perhaps a part of it was cut off. ${next}`, {
      exit: 'refused',
    });
  if (link.isUsed)
    return new Fault('sign_in_link_used', `This sign-in link was used already; each works once. ${next}`, { exit: 'refused' });
  return new Fault('sign_in_link_expired', `This sign-in link is older than ${LINK_MINUTES} minutes. ${next}`, { exit: 'refused' });
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { makeOwnerToken, makeTestServer, signInOwner, type TestServer } from '../../tests/server.ts';
import { uuidV7 } from '../platform/uuid.ts';
import { adoptBusinesses } from './adopt-businesses.ts';
import { hashToken } from './one-time-token.ts';

let scratch: ScratchDatabase;
let http: TestServer;

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database);
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

const signIn = (token: string, headers: Record<string, string> = {}) =>
  http.server.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { token }, headers });
const withoutBusiness = (sql: string, parameters: unknown[]) =>
  scratch.database.outsideBusinesses((client) => client.query(sql, parameters));

describe('the sign-in link', () => {
  test('looking at its page uses nothing up; its button signs in once and leads home', async () => {
    const token = await makeOwnerToken(scratch.database);
    for (let look = 0; look < 3; look += 1) {
      const page = await http.server.inject({ url: `/sign-in?token=${token}`, headers: { accept: 'text/html' } });
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain(`value="${token}"`);
    }
    const pressed = await http.server.inject({
      method: 'POST',
      url: '/api/v1/sign-in',
      payload: `token=${token}`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'text/html',
        host: 'localhost:4400',
        origin: 'http://localhost:4400',
      },
    });
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/']);
    expect(pressed.cookies[0]).toMatchObject({
      name: 'throughline_session',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 30 * 24 * 60 * 60,
    });
  });

  test('used twice is refused the second time, in words that say what to do', async () => {
    const token = await makeOwnerToken(scratch.database);
    expect((await signIn(token)).statusCode).toBe(204);
    const again = await signIn(token);
    expect(again.statusCode).toBe(403);
    expect(again.json()).toMatchObject({ code: 'sign_in_link_used', title: 'Sign in link used', status: 403 });
    expect(again.json().detail).toContain('throughline sign-in-link');
  });

  test('two at the same moment: one gets in', async () => {
    const token = await makeOwnerToken(scratch.database);
    const answers = await Promise.all([signIn(token), signIn(token), signIn(token)]);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([204, 403, 403]);
  });

  test('older than 15 minutes is refused', async () => {
    const token = await makeOwnerToken(scratch.database);
    await withoutBusiness(
      `update tenancy.sign_in_links set expires_at = expires_at - interval '15 minutes 1 second' where token_hash = $1`,
      [hashToken(token)],
    );
    expect((await signIn(token)).json().code).toBe('sign_in_link_expired');
  });

  test('a wrong one is refused, as a page for a browser', async () => {
    expect((await signIn('nonsense')).json().code).toBe('sign_in_link_unknown');
    const page = await signIn('<script>', { accept: 'text/html' });
    expect(page.statusCode).toBe(403);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).not.toContain('<script>');
  });

  test('nothing in the database signs anybody in', async () => {
    const token = await makeOwnerToken(scratch.database);
    const { rows } = await withoutBusiness('select token_hash from tenancy.sign_in_links', []);
    expect(rows.some((row: { token_hash: Buffer }) => row.token_hash.toString('base64url') === token)).toBe(false);
    const hash = hashToken(token).toString('base64url');
    expect((await signIn(hash)).statusCode).toBe(403);
  });
});

describe('the session', () => {
  test('without one, every route but sign-in answers 401', async () => {
    for (const url of ['/api/v1/session', '/api/v1/openapi.json']) {
      const answer = await http.server.inject({ url });
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'not_signed_in']);
    }
    expect((await http.server.inject({ url: '/api/v1/session', headers: { cookie: 'throughline_session=made-up' } })).statusCode).toBe(401);
  });

  test("names the member and the businesses; those made on the command line are the owner's", async () => {
    const session = await signInOwner(http.server, scratch.database);
    const answer = await http.server.inject({ url: '/api/v1/session', headers: session });
    expect(answer.json()).toMatchObject({
      member: { name: 'Owner' },
      defaultBusiness: 'test-mover',
      businesses: [{ slug: 'test-mover', role: 'owner', timeZone: 'America/Chicago' }],
    });
  });

  test('ends with sign-out, and after its 30 days', async () => {
    const session = await signInOwner(http.server, scratch.database);
    expect((await http.server.inject({ method: 'POST', url: '/api/v1/sign-out', headers: session })).statusCode).toBe(204);
    expect((await http.server.inject({ url: '/api/v1/session', headers: session })).statusCode).toBe(401);
    const other = await signInOwner(http.server, scratch.database);
    await withoutBusiness(`update tenancy.sessions set expires_at = now() - interval '1 second'`, []);
    expect((await http.server.inject({ url: '/api/v1/session', headers: other })).statusCode).toBe(401);
  });
});

test('the business of somebody else answers like one that does not exist', async () => {
  const theirs = await scratch.makeBusiness('other-mover');
  const stranger = uuidV7();
  await withoutBusiness('insert into tenancy.members (id, email, name) values ($1, $2, $3)', [
    stranger,
    'stranger@example.com',
    'Stranger',
  ]);
  await adoptBusinesses(scratch.database, stranger);
  const whoami = await makeTestServer(scratch.database, [...(await modulesWithEcho())]);
  const session = await signInOwner(whoami.server, scratch.database);
  const ask = (slug: string) => whoami.server.inject({ url: `/api/v1/echo?business=${slug}&word=hello`, headers: session });
  expect((await ask('test-mover')).json()).toEqual({ businessId: scratch.businessId, role: 'owner', query: { word: 'hello' } });
  const [others, invented] = [await ask('other-mover'), await ask('no-such-mover')];
  expect([others.statusCode, others.json().code]).toEqual([404, 'no_such_business']);
  expect(others.json().detail.replace('other-mover', '?')).toBe(invented.json().detail.replace('no-such-mover', '?'));
  expect(JSON.stringify(others.json())).not.toContain(theirs);
  await whoami.server.close();
});

async function modulesWithEcho() {
  const { routeDoors } = await import('../platform/http/route-door.ts');
  const { tenancy } = await import('./index.ts');
  const echo = routeDoors.plug({
    register(server) {
      server.get('/echo', (request) => ({ businessId: request.businessId, role: request.member.role, query: request.query }));
    },
  });
  return [tenancy, { name: 'echo', plugs: [echo] }];
}

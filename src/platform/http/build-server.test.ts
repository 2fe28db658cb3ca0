import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { makeTestServer, signInOwner, type TestServer } from '../../../tests/server.ts';
import { tenancy } from '../../tenancy/index.ts';
import { version } from '../config.ts';
import { Fault } from '../fault.ts';
import { routeDoors } from './route-door.ts';

const faulty = routeDoors.plug({
  register(server) {
    server.get('/refused', { config: { access: 'public' } }, () => {
      throw new Fault('too_late', 'The shop was open until noon; it is one. Come back tomorrow.', {
        exit: 'changesFound',
        details: { openUntil: '12:00' },
      });
    });
    server.get('/broken', { config: { access: 'public' } }, () => {
      throw new Error('secret detail');
    });
    server.get(
      '/typed/:count',
      { config: { access: 'public' }, schema: { params: z.object({ count: z.coerce.number().int() }) } },
      (request) => request.params,
    );
    server.post('/change', { config: { access: 'public' } }, () => ({ changed: true }));
    server.get('/long', { config: { access: 'public' } }, () => ({ text: 'x'.repeat(5000) }));
  },
});

let scratch: ScratchDatabase;
let http: TestServer;

beforeAll(async () => {
  scratch = await withDatabase();
  http = await makeTestServer(scratch.database, [tenancy, { name: 'faulty', plugs: [faulty] }]);
});

afterAll(async () => {
  await http.server.close();
  await scratch.drop();
});

describe('errors', () => {
  test('a Fault becomes problem+json with code, title, detail, status and the request id', async () => {
    const answer = await http.server.inject('/api/v1/refused');
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toEqual({
      type: 'urn:throughline:problem:too_late',
      title: 'Too late',
      status: 409,
      detail: 'The shop was open until noon; it is one. Come back tomorrow.',
      instance: answer.headers['x-request-id'],
      code: 'too_late',
      details: { openUntil: '12:00' },
    });
  });

  test('an error nobody foresaw is reported with its reference, and keeps its words to itself', async () => {
    const answer = await http.server.inject('/api/v1/broken');
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'unexpected']);
    expect(answer.body).not.toContain('secret detail');
    expect(http.reported.join()).toContain(`${answer.json().instance}): Error: secret detail`);
  });

  test('a request of the wrong shape says which part', async () => {
    const answer = await http.server.inject('/api/v1/typed/many');
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request']);
    expect(answer.json().detail).toContain('params/count');
  });

  test('an unknown route and an unknown page are told apart', async () => {
    const route = await http.server.inject({ url: '/api/v1/nowhere', headers: { accept: 'text/html' } });
    expect([route.statusCode, route.json().code]).toEqual([404, 'not_found']);
    const page = await http.server.inject({ url: '/customers/1', headers: { accept: 'text/html' } });
    expect(page.body).toContain('npm run build');
  });
});

describe("other people's pages", () => {
  const change = (headers: Record<string, string>) =>
    http.server.inject({ method: 'POST', url: '/api/v1/change', headers: { host: 'localhost:4400', ...headers } });

  test('a change from another origin is refused, from our own and from a program it is done', async () => {
    expect((await change({ origin: 'https://evil.example' })).json().code).toBe('cross_origin');
    expect((await change({ origin: 'http://localhost:4401' })).statusCode).toBe(403);
    expect((await change({ origin: 'null' })).statusCode).toBe(403);
    expect((await change({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await change({ origin: 'http://localhost:4400' })).statusCode).toBe(200);
    expect((await change({})).statusCode).toBe(200);
  });

  test('may not frame us, and ours load nothing from elsewhere', async () => {
    const policy = String((await http.server.inject('/health')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
  });
});

test('/health says ok with the version once ready, and 503 with what is going on before', async () => {
  expect((await http.server.inject('/health')).json()).toMatchObject({ name: 'throughline', status: 'ok', version });
  http.readiness.isReady = false;
  const [health, route, page] = await Promise.all([
    http.server.inject('/health'),
    http.server.inject('/api/v1/long'),
    http.server.inject({ url: '/', headers: { accept: 'text/html' } }),
  ]);
  http.readiness.isReady = true;
  expect([health.statusCode, health.json().step]).toEqual([503, 'importing the sample']);
  expect([route.statusCode, route.json().code, route.headers['retry-after']]).toEqual([503, 'starting', '2']);
  expect(page.body).toContain('importing the sample');
});

test('answers are compressed, carry an ETag and are not sent twice', async () => {
  const first = await http.server.inject({ url: '/api/v1/long', headers: { 'accept-encoding': 'gzip' } });
  expect(first.headers['content-encoding']).toBe('gzip');
  const second = await http.server.inject({ url: '/api/v1/long', headers: { 'if-none-match': String(first.headers.etag) } });
  expect(second.statusCode).toBe(304);
});

test('the OpenAPI 3.1 document lists the routes with their shapes', async () => {
  const session = await signInOwner(http.server, scratch.database);
  const document = (await http.server.inject({ url: '/api/v1/openapi.json', headers: session })).json();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/v1/session', '/api/v1/sign-in', '/api/v1/typed/{count}']));
});

test('with no module that guards, every closed route stays closed', async () => {
  const open = routeDoors.plug({ register: (server) => void server.get('/data', () => 'data') });
  const unguarded = await makeTestServer(scratch.database, [{ name: 'open', plugs: [open] }]);
  expect((await unguarded.server.inject('/api/v1/data')).json().code).toBe('no_guard');
  await unguarded.server.close();
});

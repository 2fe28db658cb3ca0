import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ThroughlineModule } from '../src/platform/app/plug.ts';
import type { Database } from '../src/platform/database/database.ts';
import { buildServer } from '../src/platform/http/build-server.ts';
import { type Readiness, startingUp } from '../src/platform/http/readiness.ts';
import { tenancy } from '../src/tenancy/index.ts';
import { ensureOwner } from '../src/tenancy/ensure-owner.ts';
import { makeSignInLink } from '../src/tenancy/make-sign-in-link.ts';

export interface TestServer {
  server: FastifyInstance;
  readiness: Readiness;
  dataDir: string;
  /** What the server reported as its own failures. */
  reported: string[];
}

/** The real HTTP server over a scratch database, not listening: ask it with `server.inject`. */
export async function makeTestServer(database: Database, modules: readonly ThroughlineModule[] = [tenancy]): Promise<TestServer> {
  const reported: string[] = [];
  const readiness = startingUp('importing the sample');
  readiness.isReady = true;
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-http-'));
  const server = await buildServer({
    modules,
    database,
    dataDir,
    webRoot: join(dataDir, 'no-web'),
    readiness,
    report: (message, error) => reported.push(`${message}: ${String(error)}`),
  });
  return { server, readiness, reported, dataDir };
}

/** A fresh one-time token of the owner. */
export async function makeOwnerToken(database: Database): Promise<string> {
  const owner = await ensureOwner(database);
  return new URL(await makeSignInLink(database, owner.id, 'http://localhost:4400')).searchParams.get('token') ?? '';
}

/** Signs the owner in; returns the headers that carry the session. */
export async function signInOwner(server: FastifyInstance, database: Database): Promise<{ cookie: string }> {
  const answer = await server.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { token: await makeOwnerToken(database) } });
  const [cookie] = answer.cookies;
  if (cookie === undefined) throw new Error(`sign-in failed: ${answer.statusCode} ${answer.body}`);
  return { cookie: `${cookie.name}=${cookie.value}` };
}

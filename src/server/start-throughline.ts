import { join } from 'node:path';
import { watchSchedules } from '../catalogue/index.ts';
import type { ThroughlineModule } from '../platform/app/plug.ts';
import { projectRoot, version } from '../platform/config.ts';
import type { Database } from '../platform/database/database.ts';
import { buildServer } from '../platform/http/build-server.ts';
import { startingUp } from '../platform/http/readiness.ts';
import { adoptBusinesses, ensureOwner, LINK_MINUTES, makeSignInLink } from '../tenancy/index.ts';
import { listen, stopListening } from './listen.ts';
import { announceServer, findRunningServers } from './running-servers.ts';
import { type SampleSteps, seedSample } from './seed-sample.ts';

export interface StartOptions {
  modules: readonly ThroughlineModule[];
  database: Database;
  dataDir: string;
  host: string;
  port: number;
  /** Absent: no sample is loaded. */
  sample: SampleSteps | undefined;
  signal: AbortSignal;
  /** Takes plain progress lines. */
  say(text: string): void;
  /** Told once, when requests are answered. */
  onReady(started: Started): void;
}

export interface Started {
  address: string;
  signInLink: string;
}

/**
 * Serves until the signal: listens at once (so that the port is ours and an early visitor
 * is told to wait), loads the sample where one is wanted, then answers and runs the
 * schedules that are due. Before it returns, requests and runs begun are finished.
 */
export async function startThroughline(options: StartOptions): Promise<void> {
  const { database, dataDir, modules, say, signal } = options;
  const fellow = findRunningServers(dataDir)[0];
  if (fellow !== undefined)
    say(`Another Throughline (process ${fellow.pid}, ${fellow.address}) serves this data folder too; both work on the same database.`);
  const readiness = startingUp('getting its database ready');
  const server = await buildServer({
    modules,
    database,
    dataDir,
    webRoot: join(projectRoot, 'web', 'dist'),
    readiness,
    report: (message, error) => say(`${message}: ${describe(error)}`),
  });
  let withdraw = (): void => {};
  try {
    const address = await listen(server, options.host, options.port);
    withdraw = announceServer(dataDir, address);
    const owner = await ensureOwner(database);
    if (options.sample !== undefined) {
      await seedSample(database, options.sample, {
        dataDir,
        say,
        doing(step) {
          readiness.step = step;
        },
      });
    }
    await adoptBusinesses(database, owner.id);
    readiness.isReady = true;
    options.onReady({ address, signInLink: await makeSignInLink(database, owner.id, address) });
    await watchSchedules({ modules, database, dataDir, signal, say });
  } finally {
    withdraw();
    await stopListening(server);
  }
}

/** What `throughline start` prints when it is ready. */
export function describeStart({ address, signInLink }: Started): string {
  return `
Throughline ${version} is ready at ${address}

  Sign in (once, within ${LINK_MINUTES} minutes):
  ${signInLink}

  Another link: throughline sign-in-link     Stop: Ctrl-C
`;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

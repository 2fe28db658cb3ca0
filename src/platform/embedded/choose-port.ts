import { createServer } from 'node:net';
import { Fault } from '../fault.ts';

/**
 * The port the embedded server listens on: THROUGHLINE_DATABASE_PORT when it is set, else the one
 * it had the last time, so that programs connected to it find it again, else any free one.
 */
export async function choosePort(last: number | undefined): Promise<number> {
  const wanted = process.env.THROUGHLINE_DATABASE_PORT;
  if (wanted !== undefined && wanted !== '') return requireFree(readPort(wanted));
  if (last !== undefined && (await listenOn(last)) !== undefined) return last;
  return (await listenOn(0)) ?? 0;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1024 && port <= 65_535) return port;
  throw new Fault('database_port', `THROUGHLINE_DATABASE_PORT takes a number from 1024 to 65535; "${text.slice(0, 20)}" came.`, {
    exit: 'configuration',
  });
}

async function requireFree(port: number): Promise<number> {
  if ((await listenOn(port)) !== undefined) return port;
  throw new Fault(
    'database_port',
    `Something else listens on port ${port}, which THROUGHLINE_DATABASE_PORT names for the embedded database. Name another, or unset it.`,
    { exit: 'configuration' },
  );
}

/** The port that could be listened on (0 asks for any), or undefined when it is taken. */
function listenOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

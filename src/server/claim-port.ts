import { createServer } from 'node:net';
import { Fault } from '../platform/fault.ts';

/** Makes sure that nothing listens there yet, before anything slow is begun. Port 0 (any free one) is always fine. */
export async function claimPort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const failure = await tryToListen(host, port);
  if (failure !== undefined) throw await explainListenFailure(failure, host, port);
}

/** Why listening failed, in words: who is there already, and which port to take instead. */
export async function explainListenFailure(error: unknown, host: string, port: number): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const next = port < 65_535 ? port + 1 : port - 1;
  if (code === 'EADDRINUSE') {
    const found = await findThroughline(host, port);
    const who =
      found === undefined
        ? 'another program is listening there'
        : `a Throughline (version ${found}) is running there already; open http://localhost:${port}`;
    return new Fault(
      'port_taken',
      `Port ${port} is taken: ${who}. To start another one beside it, choose a free port: throughline start --port ${next}.`,
      { exit: 'configuration', cause: error },
    );
  }
  if (code === 'EACCES')
    return new Fault(
      'port_forbidden',
      `This account may not listen on port ${port}. Choose one above 1023: throughline start --port 4400.`,
      { exit: 'configuration', cause: error },
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Fault(
      'host_unknown',
      `"${host}" is no address of this machine. Leave --host away for this machine only (127.0.0.1), or give 0.0.0.0 for all its addresses.`,
      { exit: 'configuration', cause: error },
    );
  }
  return error;
}

function tryToListen(host: string, port: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

/** The version of the Throughline that answers there, if it is one. */
async function findThroughline(host: string, port: number): Promise<string | undefined> {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    const answer = await fetch(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/health`, {
      signal: AbortSignal.timeout(2_000),
    });
    const health: { name?: unknown; version?: unknown } = JSON.parse(await answer.text());
    return health.name === 'throughline' ? String(health.version) : undefined;
  } catch {
    return undefined;
  }
}

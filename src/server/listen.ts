import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { explainListenFailure } from './claim-port.ts';

/** Listens, and returns the address to open: localhost where that reaches us. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw await explainListenFailure(error, host, port);
  }
  const bound = server.server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  const isHere = ['127.0.0.1', 'localhost', '0.0.0.0', '::', '::1'].includes(host);
  return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${boundPort}`;
}

/** Takes no more requests and finishes those begun; connections that hang are cut after five seconds. */
export async function stopListening(server: FastifyInstance): Promise<void> {
  const closed = server.close();
  const patience = new AbortController();
  void wait(5_000, undefined, { signal: patience.signal }).then(
    () => server.server.closeAllConnections(),
    () => {},
  );
  await closed;
  patience.abort();
}

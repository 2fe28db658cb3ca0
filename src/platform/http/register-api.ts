import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Fault } from '../fault.ts';
import { requestGuards } from './request-guard.ts';
import { type RouteContext, routeDoors } from './route-door.ts';

/** Requests one address may make in a minute; a page of the web app makes about ten. */
const REQUESTS_PER_MINUTE = 1200;

/** Registers every module's routes behind the rate limit and the sign-in guard; used with the prefix /api/v1. */
export async function registerApi(server: FastifyInstance, context: RouteContext): Promise<void> {
  await server.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    errorResponseBuilder: tooMany,
    keyGenerator: addressOf,
  });
  const guards = requestGuards.collect(context.modules);
  server.addHook('onRequest', async (request, reply) => {
    // Personal data: kept by the browser of whoever asked only, and asked for again each time.
    reply.header('cache-control', 'private, no-cache');
    const access = request.routeOptions.config.access ?? 'business';
    if (access === 'public' || request.is404) return;
    if (guards.length === 0)
      throw new Fault('no_guard', 'No module guards the routes, so all are closed. Add the tenancy module to app.ts.', { exit: 'refused' });
    for (const guard of guards) await guard.admit(request, access, context);
  });
  server.get('/openapi.json', { schema: { hide: true }, config: { access: 'member' } }, () => server.swagger());
  for (const door of routeDoors.collect(context.modules)) await door.register(server, context);
}

/** A browser that left before its request was looked at has no address any more. */
function addressOf(request: FastifyRequest): string {
  return request.socket.remoteAddress ?? 'gone';
}

function tooMany(_request: unknown, limit: { after: string }): Fault {
  return new Fault('too_many_requests', `That was too many requests in a minute. Try again in ${limit.after}.`, { status: 429 });
}

import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import underPressure from '@fastify/under-pressure';
import { type FastifyInstance, fastify } from 'fastify';
import { version } from '../config.ts';
import { Fault } from '../fault.ts';
import { uuidV7 } from '../uuid.ts';
import { describeApi } from './describe-api.ts';
import { escapeHtml, sendPlainPage } from './plain-page.ts';
import { faultOfRequest, sendProblem, wantsPage } from './problem.ts';
import type { Readiness } from './readiness.ts';
import { refuseCrossOrigin } from './refuse-cross-origin.ts';
import { registerApi } from './register-api.ts';
import { nobody } from './request-guard.ts';
import { type RouteContext, routeDoors } from './route-door.ts';
import { serveWeb } from './serve-web.ts';

export interface ServerOptions extends RouteContext {
  /** Folder of the built web app. */
  webRoot: string;
  readiness: Readiness;
  /** Told of every failure that is ours (status 500 and above), with the request's reference. */
  report(message: string, error: unknown): void;
}

/** The whole HTTP server, not yet listening: /health, the pages, /api/v1 and the web app. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    genReqId: () => uuidV7(),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  server.decorateRequest('businessId', '');
  server.decorateRequest('member');
  answerFaults(server, options);
  await describeApi(server);
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: WEB_POLICY },
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  await server.register(underPressure, { maxEventLoopDelay: 5_000, pressureHandler: refusePressure });
  await server.register(etag, { weak: true });
  await server.register(compress, { threshold: 1024 });
  await server.register(cookie);
  server.addHook('onRequest', async (request, reply) => {
    request.member = nobody;
    reply.header('x-request-id', request.id);
    refuseCrossOrigin(request);
  });
  holdUntilReady(server, options.readiness);
  await server.register((api) => registerApi(api, options), { prefix: '/api/v1' });
  for (const door of routeDoors.collect(options.modules)) await door.registerPages?.(server, options);
  await serveWeb(server, options.webRoot);
  return server;
}

/** Only what the server itself serves may load; images also as data, which the chart export makes. */
const WEB_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

function answerFaults(server: FastifyInstance, options: ServerOptions): void {
  server.setErrorHandler((error, request, reply) => {
    const fault = faultOfRequest(error);
    if (fault.status >= 500 && fault.code !== 'starting')
      options.report(`${request.method} ${request.url.split('?')[0]} failed (reference ${request.id})`, error);
    return sendProblem(request, reply, fault);
  });
}

function refusePressure(): never {
  throw new Fault('overloaded', 'The server has more to do than it can just now. Try again in a moment.', { exit: 'tryLater' });
}

/** /health tells programs when it is ready; a browser that comes early gets a page that waits. */
function holdUntilReady(server: FastifyInstance, readiness: Readiness): void {
  const startedAt = new Date().toISOString();
  server.get('/health', { schema: { hide: true } }, (_request, reply) => {
    const state = readiness.isReady ? { status: 'ok' } : { status: 'starting', step: readiness.step };
    return reply
      .code(readiness.isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ name: 'throughline', ...state, version, startedAt });
  });
  server.addHook('onRequest', async (request, reply) => {
    if (readiness.isReady || request.routeOptions.url === '/health') return;
    if (!wantsPage(request))
      throw new Fault('starting', `Throughline is getting ready (${readiness.step}). Try again in a moment.`, { exit: 'tryLater' });
    return sendPlainPage(reply, {
      status: 503,
      title: 'Getting ready',
      body: `<p>Throughline is ${escapeHtml(readiness.step)}. This page opens by itself when it is done.</p>`,
      refreshSeconds: 2,
    });
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Fault } from '../fault.ts';
import { sendPlainPage } from './plain-page.ts';
import { sendProblem, wantsPage } from './problem.ts';

const YEAR = 31_536_000;

/**
 * Serves the built web app and gives every unknown page its index.html, so that an
 * address inside the app can be opened directly. Files under /assets carry a hash in
 * their name and are kept for a year; index.html is asked for each time.
 */
export async function serveWeb(server: FastifyInstance, webRoot: string): Promise<void> {
  const isBuilt = existsSync(join(webRoot, 'index.html'));
  if (isBuilt) {
    await server.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      setHeaders(response, path) {
        response.setHeader('cache-control', path.includes('/assets/') ? `public, max-age=${YEAR}, immutable` : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && wantsPage(request) && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    if (!isPage)
      return sendProblem(
        request,
        reply,
        new Fault(
          'not_found',
          `There is nothing at ${request.method} ${request.url.split('?')[0]}. The routes are listed in /api/v1/openapi.json.`,
          { status: 404 },
        ),
      );
    if (isBuilt) return reply.sendFile('index.html');
    return sendPlainPage(reply, {
      status: 503,
      title: 'The web app is not built',
      body: '<p>Run <code>npm run build</code> in the folder of Throughline and start it again. The REST routes under <code>/api/v1</code> work without it.</p>',
    });
  });
}

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { businessShape, sessionShape, signInRequest, startBusinessRequest } from '../../contract/session.ts';
import { version } from '../platform/config.ts';
import { explainError } from '../platform/cli/explain-error.ts';
import type { RouteContext, RouteDoor } from '../platform/http/route-door.ts';
import { wantsPage } from '../platform/http/problem.ts';
import { endSession } from './end-session.ts';
import { findMemberships } from './find-memberships.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { sendSignInFailure, sendSignInPage } from './sign-in-page.ts';
import { startBusiness } from './start-business.ts';
import { useSignInLink } from './use-sign-in-link.ts';

/** Sign-ins one address may try in a minute. */
const TRIES_PER_MINUTE = 20;

export const sessionRoutes: RouteDoor = {
  registerPages(server) {
    server.get<{ Querystring: { token?: string } }>('/sign-in', { schema: { hide: true } }, (request, reply) =>
      sendSignInPage(reply, request.query.token),
    );
  },

  register(plain, context) {
    readForms(plain);
    const server = plain.withTypeProvider<ZodTypeProvider>();

    server.post(
      '/sign-in',
      {
        config: { access: 'public', rateLimit: { max: TRIES_PER_MINUTE } },
        schema: { summary: 'Use a one-time sign-in link', body: signInRequest, security: [] },
      },
      async (request, reply) => {
        try {
          setSessionCookie(request, reply, await useSignInLink(context.database, request.body.token, request.headers['user-agent']));
        } catch (error) {
          if (wantsPage(request)) return sendSignInFailure(reply, explainError(error));
          throw error;
        }
        return wantsPage(request) ? reply.redirect('/', 303) : reply.code(204).send();
      },
    );

    server.post(
      '/sign-out',
      { config: { access: 'member' }, schema: { summary: 'End this session', response: { 204: z.null() } } },
      async (request, reply) => {
        await endSession(context.database, readSessionCookie(request) ?? '');
        clearSessionCookie(reply);
        return reply.code(204).send(null);
      },
    );

    server.get(
      '/session',
      { config: { access: 'member' }, schema: { summary: 'Who is signed in, and their businesses', response: { 200: sessionShape } } },
      (request) => describeSession(context, request.member),
    );

    server.post(
      '/businesses',
      {
        config: { access: 'member' },
        schema: { summary: 'Start a business of your own', body: startBusinessRequest, response: { 201: businessShape } },
      },
      async (request, reply) => {
        const { slug, name, timeZone, currency, isSample } = await startBusiness(context.database, request.member, request.body);
        return reply.code(201).send({ slug, name, timeZone, currency, isSample, role: 'owner' });
      },
    );
  },
};

async function describeSession({ database }: RouteContext, member: { id: string; name: string; email: string }) {
  const memberships = await findMemberships(database, member.id);
  const businesses = memberships.map(({ business, role }) => ({
    slug: business.slug,
    name: business.name,
    timeZone: business.timeZone,
    currency: business.currency,
    isSample: business.isSample,
    role,
  }));
  const first = businesses.find((business) => !business.isSample) ?? businesses[0];
  return { member: { name: member.name, email: member.email }, businesses, defaultBusiness: first?.slug ?? null, version };
}

/** The button on the sign-in page is a plain form, so that it works without the web app. */
function readForms(server: FastifyInstance): void {
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 4096 }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())));
  });
}

import type { FastifyRequest } from 'fastify';
import { Fault } from '../platform/fault.ts';
import type { RequestGuard } from '../platform/http/request-guard.ts';
import { enterBusiness } from './enter-business.ts';
import { findOptionalSession } from './find-session.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Lets a request in: a living session, and a business its member belongs to where the route is about one. */
export const signInGuard: RequestGuard = {
  async admit(request, access, { database }) {
    const secret = readSessionCookie(request);
    const member = secret === undefined ? undefined : await findOptionalSession(database, secret);
    if (member === undefined) {
      throw new Fault(
        'not_signed_in',
        'You are not signed in. Run "throughline sign-in-link" where Throughline runs and open the link it prints.',
        { status: 401 },
      );
    }
    request.member = { ...member, role: null };
    if (access === 'member') return;
    const { business, role } = await enterBusiness(database, member.id, namedBusiness(request));
    request.businessId = business.id;
    request.member = { ...member, role };
  },
};

/** The slug in the header or the query; taken out of the query, so that routes see their own parameters only. */
function namedBusiness(request: FastifyRequest): string | undefined {
  const header = request.headers['x-throughline-business'];
  const query: unknown = request.query;
  let named = typeof header === 'string' && header !== '' ? header : undefined;
  if (typeof query !== 'object' || query === null || !('business' in query)) return named;
  if (typeof query.business === 'string' && query.business !== '') named ??= query.business;
  delete query.business;
  return named;
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_DAYS } from './use-sign-in-link.ts';

const COOKIE = 'throughline_session';

/** The session's secret as the browser sent it. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  const secret = request.cookies[COOKIE];
  return secret === undefined || secret === '' ? undefined : secret;
}

/** Gives the browser its session: not readable by scripts, not sent along by other sites' forms. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: SESSION_DAYS * 24 * 60 * 60,
  });
}

/** Takes the session from the browser. */
export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' });
}

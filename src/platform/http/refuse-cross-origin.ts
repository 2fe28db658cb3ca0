import type { FastifyRequest } from 'fastify';
import { Fault } from '../fault.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a state change that a page of another origin sends with our cookie. Programs
 * (curl, scripts) send neither Origin nor Sec-Fetch-Site and pass: they carry no cookie
 * that somebody else's page could borrow.
 */
export function refuseCrossOrigin(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site'];
    if (site === undefined || site === 'same-origin' || site === 'none') return;
  } else if (hostOf(origin) === request.host) {
    return;
  }
  throw new Fault(
    'cross_origin',
    `This change was sent by a page of ${origin ?? 'another site'}, not by Throughline's own (${request.host}), and was refused. Open Throughline itself and do it there.`,
    {
      exit: 'refused',
    },
  );
}

/** "null" (sandboxed pages, redirects across origins) has no host and so never matches. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

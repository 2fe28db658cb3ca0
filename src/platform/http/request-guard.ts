import type { FastifyRequest } from 'fastify';
import { definePlugSlot } from '../app/plug.ts';
import type { RouteContext } from './route-door.ts';

/** The person behind a request, with the role in the business it is about. */
export interface SignedInMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Null on routes that are about no business. */
  readonly role: string | null;
}

/**
 * What a route wants of who asks: nothing, a signed-in person, or a person who belongs
 * to the business that the request names (the default).
 */
export type RouteAccess = 'public' | 'member' | 'business';

declare module 'fastify' {
  interface FastifyRequest {
    /** The business the request is about; empty on routes that are about none. */
    businessId: string;
    member: SignedInMember;
  }
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
}

/** Stands before every route under /api/v1 that is not public; throws a Fault to refuse. */
export interface RequestGuard {
  admit(request: FastifyRequest, access: Exclude<RouteAccess, 'public'>, context: RouteContext): Promise<void>;
}

export const requestGuards = definePlugSlot<RequestGuard>('platform.request-guards');

/** What `request.member` is before anybody was let in. */
export const nobody: SignedInMember = { id: '', name: '', email: '', role: null };

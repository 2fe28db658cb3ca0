import type { FastifyRequest } from 'fastify';
import { Fault } from '../platform/fault.ts';

/** Refuses whoever may only look: changing customers and imports takes an owner or a manager. */
export function requireManager(request: FastifyRequest): void {
  const { role } = request.member;
  if (role === 'owner' || role === 'manager') return;
  throw new Fault('role_too_small', `Your role here is ${role ?? 'none'}; this change takes an owner or a manager. Ask one of them.`, {
    exit: 'refused',
  });
}

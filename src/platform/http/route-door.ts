import type { FastifyInstance } from 'fastify';
import type { ThroughlineModule } from '../app/plug.ts';
import { definePlugSlot } from '../app/plug.ts';
import type { Database } from '../database/database.ts';

/** What routes get beside the server. */
export interface RouteContext {
  readonly modules: readonly ThroughlineModule[];
  readonly database: Database;
  readonly dataDir: string;
}

/** A module's REST routes, registered under /api/v1. `request.businessId` is set by the sign-in guard. */
export interface RouteDoor {
  register(server: FastifyInstance, context: RouteContext): void | Promise<void>;
  /** Plain pages outside /api/v1, e.g. the sign-in page; no guard stands before them. */
  registerPages?(server: FastifyInstance, context: RouteContext): void | Promise<void>;
}

export const routeDoors = definePlugSlot<RouteDoor>('platform.route-doors');

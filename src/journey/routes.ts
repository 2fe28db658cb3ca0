import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { buildRequest, buildShape } from '../../contract/build.ts';
import { timelineShape } from '../../contract/customers.ts';
import type { RouteDoor } from '../platform/http/route-door.ts';
import { requireManager } from '../tenancy/index.ts';
import { openBuildRuns } from './build-runs.ts';
import { readCustomerTimeline } from './read-customer-timeline.ts';

export const journeyRoutes: RouteDoor = {
  register(plain, context) {
    const { database } = context;
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const builds = openBuildRuns(context);
    plain.addHook('preClose', () => builds.close());

    server.get(
      '/customers/:id/timeline',
      {
        schema: {
          tags: ['customers'],
          summary: 'What happened with a customer, in order',
          params: z.object({ id: z.string() }),
          response: { 200: timelineShape },
        },
      },
      async (request) => ({
        events: await database.inBusiness(
          request.businessId,
          (transaction) => readCustomerTimeline(transaction, request.params.id),
          'read',
        ),
      }),
    );

    server.get(
      '/journey/build',
      {
        schema: {
          tags: ['journey'],
          summary: 'The build that links what was imported: how far it is, or what the last one did since the server started',
          response: { 200: buildShape },
        },
      },
      (request) => builds.show(request.businessId),
    );

    server.post(
      '/journey/build',
      {
        schema: {
          tags: ['journey'],
          summary: 'Begin to link what was imported, or with execute false to tell what that would do; poll it for the outcome',
          body: buildRequest,
          response: { 202: buildShape },
        },
      },
      async (request, reply) => {
        requireManager(request);
        const wanted = { execute: request.body.execute, startedBy: `web:${request.member.email}` };
        return reply.code(202).send(builds.start(request.businessId, wanted));
      },
    );
  },
};

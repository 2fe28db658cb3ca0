import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { timelineShape } from '../../contract/customers.ts';
import type { RouteDoor } from '../platform/http/route-door.ts';
import { readCustomerTimeline } from './read-customer-timeline.ts';

export const journeyRoutes: RouteDoor = {
  register(plain, { database }) {
    const server = plain.withTypeProvider<ZodTypeProvider>();

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
  },
};

import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { historyShape, undoRunRequest, undoRunShape } from '../../../contract/history.ts';
import type { RouteDoor } from '../../platform/http/route-door.ts';
import { decideByWeb } from '../decide-by-web.ts';
import { undoRun } from '../runs/undo-run.ts';
import { showHistory } from './show-history.ts';

const TAGS = ['customers'];

/** What made a customer who it is, and the way back. */
export const historyRoutes: RouteDoor = {
  register(plain, context) {
    const server = plain.withTypeProvider<ZodTypeProvider>();

    server.get(
      '/customers/:id/history',
      {
        schema: {
          tags: TAGS,
          summary: 'Who made whom one, when and why: merges, splits, what people said and set, the newest first',
          params: z.object({ id: z.string() }),
          response: { 200: historyShape },
        },
      },
      async (request) => ({
        events: await context.database.inBusiness(request.businessId, (transaction) => showHistory(transaction, request.params.id), 'read'),
      }),
    );

    server.post(
      '/customers/runs/:run/undo',
      {
        schema: {
          tags: TAGS,
          summary: 'Take back what a run merged, split or set, or with execute false tell what that would do',
          params: z.object({ run: z.uuid() }),
          body: undoRunRequest,
          response: { 200: undoRunShape },
        },
      },
      (request) =>
        decideByWeb(context, request, {
          execute: request.body.execute,
          purpose: 'undo of a run',
          work: (transaction, options) => undoRun(transaction, request.params.run, options),
        }),
    );
  },
};

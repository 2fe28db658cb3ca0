import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { importListShape, undoReportShape, undoRequest } from '../../contract/imports.ts';
import type { RouteDoor } from '../platform/http/route-door.ts';
import { getBusiness, requireManager } from '../tenancy/index.ts';
import { listBatches } from './list-batches.ts';
import { undoBatch } from './undo/undo-batch.ts';

const TAGS = ['imports'];

export const importRoutes: RouteDoor = {
  register(plain, { database, modules }) {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    // A stopping server lets an undo end at its next chunk; the same request goes on with it.
    const stopping = new AbortController();
    plain.addHook('preClose', async () => stopping.abort());

    server.get(
      '/imports',
      {
        schema: {
          tags: TAGS,
          summary: 'The imports, newest first, with the account of every file',
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
          response: { 200: importListShape },
        },
      },
      async (request) => {
        const batches = await database.inBusiness(
          request.businessId,
          (transaction) => listBatches(transaction, request.query.limit),
          'read',
        );
        return {
          imports: batches.map((batch) => ({
            ...batch,
            startedAt: batch.startedAt.toISOString(),
            finishedAt: batch.finishedAt?.toISOString() ?? null,
            undoneAt: batch.undoneAt?.toISOString() ?? null,
          })),
        };
      },
    );

    server.post(
      '/imports/:batch/undo',
      {
        schema: {
          tags: TAGS,
          summary: 'Undo an import, or with execute false tell what that would do',
          params: z.object({ batch: z.coerce.number().int().min(1) }),
          body: undoRequest,
          response: { 200: undoReportShape },
        },
      },
      async (request) => {
        requireManager(request);
        return undoBatch(database, await getBusiness(database, request.businessId), request.params.batch, {
          modules,
          execute: request.body.execute,
          signal: stopping.signal,
          undoneBy: `web:${request.member.email}`,
        });
      },
    );
  },
};

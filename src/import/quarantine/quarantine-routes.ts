import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  batchQuarantineShape,
  correctRequest,
  quarantinedRowsQuery,
  type QuarantinedRowShape,
  quarantinedRowsShape,
  repairReportShape,
  repairRequest,
} from '../../../contract/quarantine.ts';
import { importReportShape } from '../../../contract/uploads.ts';
import { Fault } from '../../platform/fault.ts';
import type { RouteDoor } from '../../platform/http/route-door.ts';
import { getBusiness, requireManager } from '../../tenancy/index.ts';
import { importAudits } from '../audits/offence.ts';
import { fileKinds } from '../file-kind.ts';
import { documentOf } from '../report-document.ts';
import { addRepair } from './add-repair.ts';
import { correctRows } from './correct-rows.ts';
import { downloadQuarantine } from './download-quarantine.ts';
import listRows from './list-quarantined-rows.sql';
import { replayQuarantine } from './replay-quarantine.ts';
import { findBatchId, showBatchQuarantine } from './show-batch-quarantine.ts';

const TAGS = ['imports'];
const withBatch = z.object({ batch: z.coerce.number().int().min(1) });

/** Rows that could not be loaded: looked at, cured by what a value means or cell by cell, downloaded. */
export const quarantineRoutes: RouteDoor = {
  register(plain, { database, modules, dataDir }) {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const kinds = fileKinds.collect(modules);
    const audits = importAudits.collect(modules);
    const stopping = new AbortController();
    plain.addHook('preClose', async () => stopping.abort());

    server.get(
      '/imports/:batch/quarantine',
      {
        schema: {
          tags: TAGS,
          summary: 'Rows of an import that could not be loaded, grouped by what cures them',
          params: withBatch,
          response: { 200: batchQuarantineShape },
        },
      },
      (request) => database.inBusiness(request.businessId, (transaction) => showBatchQuarantine(transaction, request.params.batch), 'read'),
    );

    server.get(
      '/imports/:batch/quarantine/rows',
      {
        schema: {
          tags: TAGS,
          summary: 'The rows of one group, cell by cell',
          params: withBatch,
          querystring: quarantinedRowsQuery,
          response: { 200: quarantinedRowsShape },
        },
      },
      async (request) => {
        const { kind, code, column, value, after, limit } = request.query;
        const found = await database.inBusiness(
          request.businessId,
          async (transaction) =>
            transaction.rows<QuarantinedRowShape>(listRows, [
              request.businessId,
              await findBatchId(transaction, request.params.batch),
              kind,
              code,
              column ?? null,
              value ?? null,
              after ?? null,
              limit + 1,
            ]),
          'read',
        );
        const rows = found.slice(0, limit);
        return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
      },
    );

    server.get(
      '/imports/:batch/quarantine/download',
      {
        schema: {
          tags: TAGS,
          summary: 'The rows of one file as CSV that imports as it is, once corrected',
          params: withBatch,
          querystring: z.object({ file: z.uuid() }),
        },
      },
      async (request, reply) => {
        const [download] = await database.inBusiness(
          request.businessId,
          async (transaction) => {
            await findBatchId(transaction, request.params.batch);
            return downloadQuarantine(transaction, { fileId: request.query.file });
          },
          'read',
        );
        if (download === undefined) throw nothingWaits();
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`)
          .send(download.csv);
      },
    );

    server.post(
      '/imports/repairs',
      {
        schema: {
          tags: TAGS,
          summary: 'Say once what a value means that cannot be read, and on demand read the rows that wait again',
          body: repairRequest,
          response: { 200: repairReportShape },
        },
      },
      async (request) => {
        requireManager(request);
        const { replay, ...repair } = request.body;
        const by = `web:${request.member.email}`;
        const rows = await database.inBusiness(request.businessId, (transaction) => addRepair(transaction, repair, kinds, by));
        if (!replay) return { rows, report: null };
        const business = await getBusiness(database, request.businessId);
        const options = { kinds, audits, startedBy: by, execute: true, signal: stopping.signal };
        return { rows, report: documentOf(await replayQuarantine(database, business, options)) };
      },
    );

    server.post(
      '/imports/:batch/quarantine/correct',
      {
        schema: {
          tags: TAGS,
          summary: 'Import rows as they were corrected; while one still cannot be read nothing is written and the report says why',
          params: withBatch,
          body: correctRequest,
          response: { 200: importReportShape },
        },
      },
      async (request) => {
        requireManager(request);
        const { rows, execute } = request.body;
        const business = await getBusiness(database, request.businessId);
        const options = { kinds, audits, dataDir, startedBy: `web:${request.member.email}`, execute, signal: stopping.signal };
        return documentOf(await correctRows(database, business, { batch: request.params.batch, rows }, options));
      },
    );
  },
};

function nothingWaits(): Fault {
  return new Fault('no_such_quarantined_file', 'No row of this file waits in quarantine any more.', { status: 404, exit: 'usage' });
}

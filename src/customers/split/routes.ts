import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { splitRequest, splitShape } from '../../../contract/history.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { RouteDoor } from '../../platform/http/route-door.ts';
import { decideByWeb } from '../decide-by-web.ts';
import type { DecisionOptions } from '../merge-customers.ts';
import type { SplitReport } from './settle-split.ts';
import { splitRecord } from './split-record.ts';
import { takeBackWord } from './take-back-word.ts';

const TAGS = ['customers'];

/** Taking one row out of a customer, and taking that back. */
export const splitRoutes: RouteDoor = {
  register(plain, context) {
    const server = plain.withTypeProvider<ZodTypeProvider>();

    server.post(
      '/customers/records/:record/split',
      {
        schema: {
          tags: TAGS,
          summary: 'Take one row out of its customer, or with execute false tell what that would do',
          params: z.object({ record: z.string() }),
          body: splitRequest,
          response: { 200: splitShape },
        },
      },
      (request) => {
        const work = async (transaction: BusinessTransaction, options: DecisionOptions) =>
          nameSides(transaction, await splitRecord(transaction, request.params.record, options));
        return decideByWeb(context, request, { execute: request.body.execute, purpose: 'split', work });
      },
    );

    server.post(
      '/customers/decisions/:decision/take-back',
      {
        schema: {
          tags: TAGS,
          summary: 'Take back a word that keeps two apart, or with execute false tell what that would do',
          params: z.object({ decision: z.uuid() }),
          body: splitRequest,
          response: { 200: splitShape },
        },
      },
      (request) => {
        const work = async (transaction: BusinessTransaction, options: DecisionOptions) =>
          nameSides(transaction, await takeBackWord(transaction, request.params.decision, options));
        return decideByWeb(context, request, { execute: request.body.execute, purpose: 'take back', work });
      },
    );
  },
};

interface Side {
  id: string;
  name: string;
}

/** The customers as they stand afterwards. */
async function nameSides(
  transaction: BusinessTransaction,
  report: SplitReport,
): Promise<Omit<SplitReport, 'to' | 'from'> & { to: Side | null; from: Side | null }> {
  const sides = await transaction.rows<Side>('select id, name from customers.customers where business_id = $1 and id = any ($2::uuid[])', [
    transaction.businessId,
    [report.to, report.from].filter((id) => id !== null && id !== ''),
  ]);
  const sideOf = (id: string | null): Side | null => sides.find((side) => side.id === id) ?? null;
  return { ...report, to: sideOf(report.to), from: sideOf(report.from) };
}

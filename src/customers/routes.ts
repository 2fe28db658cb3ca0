import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  chainShape,
  customerListQuery,
  customerListShape,
  customerShape,
  matchRequest,
  matchShape,
  pairShape,
  unmergeRequest,
  unmergeShape,
} from '../../contract/customers.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import type { RouteDoor } from '../platform/http/route-door.ts';
import { decideByWeb } from './decide-by-web.ts';
import { explainCustomer, explainPair } from './explain-pair.ts';
import { readGoldenValues } from './golden/read-golden-values.ts';
import { listCustomers } from './list-customers.ts';
import { matchPerson } from './match/match-person.ts';
import type { DecisionOptions } from './merge-customers.ts';
import { recordSources } from './record-source.ts';
import { showCustomer } from './show-customer.ts';
import { unmergeCustomer } from './unmerge-customer.ts';

const TAGS = ['customers'];

export const customerRoutes: RouteDoor = {
  register(plain, { database, modules }) {
    const server = plain.withTypeProvider<ZodTypeProvider>();

    server.get(
      '/customers',
      {
        schema: {
          tags: TAGS,
          summary: 'Customers with the rows that name them',
          querystring: customerListQuery,
          response: { 200: customerListShape },
        },
      },
      async (request) => {
        const { limit, ...wanted } = request.query;
        const found = await database.inBusiness(
          request.businessId,
          (transaction) => listCustomers(transaction, { ...wanted, limit: limit + 1 }),
          'read',
        );
        const customers = found.slice(0, limit);
        return { customers, next: found.length > limit ? (customers.at(-1)?.id ?? null) : null };
      },
    );

    server.post(
      '/customers/match',
      {
        schema: {
          tags: TAGS,
          summary: 'Who of the known people somebody is; ask before creating anybody. Never writes',
          body: matchRequest,
          response: { 200: matchShape },
        },
      },
      (request) => database.inBusiness(request.businessId, (transaction) => matchPerson(transaction, request.body), 'read'),
    );

    server.get(
      '/customers/:id',
      {
        schema: {
          tags: TAGS,
          summary: 'One customer whole, with the reason for each row',
          params: z.object({ id: z.string() }),
          response: { 200: customerShape },
        },
      },
      (request) => {
        const work = async (transaction: BusinessTransaction) => {
          const customer = await showCustomer(transaction, request.params.id);
          return { ...customer, golden: await readGoldenValues(transaction, customer.id, recordSources.collect(modules)) };
        };
        return database.inBusiness(request.businessId, work, 'read');
      },
    );

    server.post(
      '/customers/:id/unmerge',
      {
        schema: {
          tags: TAGS,
          summary: 'Take a merged customer out again, or with execute false tell what that would do',
          params: z.object({ id: z.string() }),
          body: unmergeRequest,
          response: { 200: unmergeShape },
        },
      },
      (request) => {
        const work = async (transaction: BusinessTransaction, options: DecisionOptions) => {
          const report = await unmergeCustomer(transaction, request.params.id, options);
          const [restored, from] = [await showCustomer(transaction, report.restored), await showCustomer(transaction, report.from)];
          return {
            restored: { id: restored.id, name: restored.name },
            from: { id: from.id, name: from.name },
            records: report.records,
            pointers: report.pointers,
          };
        };
        return decideByWeb({ database, modules }, request, { execute: request.body.execute, purpose: 'un-merge', work });
      },
    );

    server.get(
      '/customers/:id/explain',
      {
        schema: {
          tags: TAGS,
          summary: 'Why all records of a customer are one person: the chain that holds them together',
          params: z.object({ id: z.string() }),
          response: { 200: chainShape },
        },
      },
      (request) => {
        const sources = recordSources.collect(modules);
        return database.inBusiness(request.businessId, (transaction) => explainCustomer(transaction, request.params.id, sources), 'read');
      },
    );

    server.get(
      '/customers/:id/explain/:other',
      {
        schema: {
          tags: TAGS,
          summary: 'Why two are one person, or why they are not',
          params: z.object({ id: z.string(), other: z.string() }),
          response: { 200: pairShape },
        },
      },
      (request) =>
        database.inBusiness(request.businessId, (transaction) => explainPair(transaction, request.params.id, request.params.other), 'read'),
    );
  },
};

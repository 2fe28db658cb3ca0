import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { customerListQuery, customerListShape, customerShape, pairShape } from '../../contract/customers.ts';
import type { RouteDoor } from '../platform/http/route-door.ts';
import { explainPair } from './explain-pair.ts';
import { listCustomers } from './list-customers.ts';
import { showCustomer } from './show-customer.ts';

const TAGS = ['customers'];

export const customerRoutes: RouteDoor = {
  register(plain, { database }) {
    const server = plain.withTypeProvider<ZodTypeProvider>();

    server.get('/customers', { schema: { tags: TAGS, summary: 'Customers with the rows that name them', querystring: customerListQuery, response: { 200: customerListShape } } }, async (request) => {
      const { limit, ...wanted } = request.query;
      const found = await database.inBusiness(request.businessId, (transaction) => listCustomers(transaction, { ...wanted, limit: limit + 1 }), 'read');
      const customers = found.slice(0, limit);
      return { customers, next: found.length > limit ? (customers.at(-1)?.id ?? null) : null };
    });

    server.get('/customers/:id', { schema: { tags: TAGS, summary: 'One customer whole, with the reason for each row', params: z.object({ id: z.string() }), response: { 200: customerShape } } }, (request) =>
      database.inBusiness(request.businessId, (transaction) => showCustomer(transaction, request.params.id), 'read'),
    );

    server.get('/customers/:id/explain/:other', { schema: { tags: TAGS, summary: 'Why two are one person, or why they are not', params: z.object({ id: z.string(), other: z.string() }), response: { 200: pairShape } } }, (request) =>
      database.inBusiness(request.businessId, (transaction) => explainPair(transaction, request.params.id, request.params.other), 'read'),
    );
  },
};

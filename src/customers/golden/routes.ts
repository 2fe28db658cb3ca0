import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { goldenFieldsShape, setFieldRequest, setFieldShape, setRuleRequest, setRuleShape } from '../../../contract/golden.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { RouteDoor } from '../../platform/http/route-door.ts';
import { requireManager, withBusinessLock } from '../../tenancy/index.ts';
import { recordSources } from '../record-source.ts';
import { listGoldenFields } from './list-golden-fields.ts';
import { type FieldSaying, type SayOptions, setField } from './say/set-field.ts';
import { setRule } from './say/set-rule.ts';

const TAGS = ['customers'];

/** Which values stand for a customer: the rules, and what people say by hand. */
export const goldenRoutes: RouteDoor = {
  register(plain, { database, modules }) {
    const server = plain.withTypeProvider<ZodTypeProvider>();

    server.get(
      '/customers/fields',
      { schema: { tags: TAGS, summary: 'By which rule each field of a customer is chosen', response: { 200: goldenFieldsShape } } },
      async (request) => ({ fields: await database.inBusiness(request.businessId, listGoldenFields, 'read') }),
    );

    server.post(
      '/customers/fields/:field',
      {
        schema: {
          tags: TAGS,
          summary: 'Choose a field by another rule, or with execute false tell for whom that would change it',
          params: z.object({ field: z.string() }),
          body: setRuleRequest,
          response: { 200: setRuleShape },
        },
      },
      (request) => {
        const { rule, sources, execute } = request.body;
        return say(request, execute, (transaction, options) =>
          setRule(transaction, { field: request.params.field, rule, sources }, options),
        );
      },
    );

    server.post(
      '/customers/:id/fields/:field',
      {
        schema: {
          tags: TAGS,
          summary: 'Set a field of a customer by hand or hand it back to the rules, or with execute false tell what that would do',
          params: z.object({ id: z.string(), field: z.string() }),
          body: setFieldRequest,
          response: { 200: setFieldShape },
        },
      },
      (request) => {
        const { id: customer, field } = request.params;
        return say(request, request.body.execute, (transaction, options) =>
          setField(transaction, { customer, field, to: readTarget(request.body) }, options),
        );
      },
    );

    async function say<T extends object>(
      request: FastifyRequest,
      execute: boolean,
      work: (transaction: BusinessTransaction, options: SayOptions) => Promise<T>,
    ): Promise<T & { dryRun: boolean }> {
      requireManager(request);
      const options = { decidedBy: `web:${request.member.email}`, sources: recordSources.collect(modules) };
      return withBusinessLock(database, request.businessId, 'a value', () =>
        database.inBusiness(
          request.businessId,
          async (transaction) => ({ dryRun: !execute, ...(await work(transaction, options)) }),
          execute ? 'write' : 'dry-run',
        ),
      );
    }
  },
};

function readTarget({ value, record }: z.infer<typeof setFieldRequest>): FieldSaying['to'] {
  if (value !== undefined) return { value };
  return record === undefined ? 'rules' : { record };
}

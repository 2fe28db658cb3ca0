import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerShape, choicesShape, drilledRowsShape } from '../../contract/questions.ts';
import type { RouteDoor } from '../platform/http/route-door.ts';
import listChoices from './lookups/list-choices.sql';
import { describeQuestion, listQuestion } from './presenting/describe-question.ts';
import { DOWNLOADS, packAnswer } from './presenting/pack-answer.ts';
import { drillRows } from './drilling/drill-rows.ts';
import { foldersOf } from './question-folders.ts';
import { findQuestions, getQuestion } from './reading/find-questions.ts';
import { runQuestion } from './run-question.ts';
import { searchQuestions } from './search-questions.ts';

const withId = z.object({ id: z.string() });

export const questionRoutes: RouteDoor = {
  register(plain, context) {
    const server = plain.withTypeProvider<ZodTypeProvider>();
    const folders = foldersOf(context.modules);

    server.get(
      '/questions',
      {
        schema: {
          summary: 'All questions, or those that speak of some words',
          querystring: z.object({ search: z.string().optional() }).loose(),
        },
      },
      (request) => {
        const all = findQuestions(folders);
        return { questions: (request.query.search === undefined ? all : searchQuestions(all, request.query.search)).map(listQuestion) };
      },
    );

    server.get(
      '/questions/choices',
      { schema: { summary: 'Names that parameters take: branches, sales people, lead sources', response: { 200: choicesShape } } },
      (request) =>
        context.database.inBusiness(request.businessId, (transaction) => transaction.one(listChoices, [request.businessId]), 'read'),
    );

    server.get(
      '/questions/:id',
      { schema: { summary: 'What a question means: definition, parameters, columns, caveats', params: withId } },
      (request) => describeQuestion(getQuestion(folders, request.params.id)),
    );

    server.get(
      '/questions/:id/run',
      {
        schema: {
          summary: 'Answer a question; every further query parameter is a parameter of the question',
          params: withId,
          querystring: z.record(z.string(), z.unknown()),
          response: { 200: answerShape },
        },
      },
      (request) => {
        const { business: _business, ...parameters } = request.query;
        const wanted = { businessId: request.businessId, id: request.params.id, parameters, mayWait: false };
        return runQuestion(context.database, context.modules, wanted);
      },
    );

    server.get(
      '/questions/:id/download/:form',
      {
        schema: {
          summary: 'The answer as a file: csv, xlsx, parquet, json or markdown; every query parameter is one of the question',
          params: withId.extend({ form: z.enum(['csv', 'xlsx', 'parquet', 'json', 'markdown']) }),
          querystring: z.record(z.string(), z.unknown()),
        },
      },
      async (request, reply) => {
        const { business: _business, ...parameters } = request.query;
        const { id, form } = request.params;
        const answer = await runQuestion(context.database, context.modules, {
          businessId: request.businessId,
          id,
          parameters,
          mayWait: false,
        });
        const { bytes, name } = await packAnswer(answer, form);
        return reply.type(DOWNLOADS[form].type).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
      },
    );

    server.get(
      '/questions/:id/rows',
      {
        schema: {
          summary:
            'The rows behind a figure: where.COLUMN=VALUE names the row of the answer, measure its column; every further query parameter is a parameter of the question',
          params: withId,
          querystring: page.catchall(z.unknown()),
          response: { 200: drilledRowsShape },
        },
      },
      (request) => {
        const { business: _business, measure, row_limit: limit, row_offset: offset, ...rest } = request.query;
        const [where, parameters] = splitOff(rest, 'where.');
        return drillRows(context.database, context.modules, {
          businessId: request.businessId,
          id: request.params.id,
          parameters,
          where,
          limit,
          offset,
          ...(measure === undefined ? {} : { measure }),
        });
      },
    );
  },
};

const page = z.object({
  measure: z.string().optional(),
  row_limit: z.coerce.number().int().min(1).max(10_000).default(100),
  row_offset: z.coerce.number().int().min(0).default(0),
});

/** What begins with the prefix, without it and as texts; and the rest as it came. */
function splitOff(query: Readonly<Record<string, unknown>>, prefix: string): [Record<string, string>, Record<string, unknown>] {
  const entries = Object.entries(query);
  return [
    Object.fromEntries(entries.flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : []))),
    Object.fromEntries(entries.filter(([name]) => !name.startsWith(prefix))),
  ];
}

import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answerRequest, reviewReportShape, reviewShape, takeBackRequest } from '../../../contract/review.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { RouteDoor } from '../../platform/http/route-door.ts';
import { decideByWeb } from '../decide-by-web.ts';
import type { DecisionOptions } from '../merge-customers.ts';
import { answerQuestion } from './answer-question.ts';
import { listQuestions } from './list-questions.ts';
import { takeBackAnswer } from './take-back-answer.ts';

const TAGS = ['review'];

/** The review queue: what is asked, answers, and taking them back. */
export const reviewRoutes: RouteDoor = {
  register(plain, { database, modules }) {
    const server = plain.withTypeProvider<ZodTypeProvider>();

    server.get(
      '/review',
      {
        schema: {
          tags: TAGS,
          summary: 'Pairs that may be one person: the likely ones, then those worth a look, of each the most money at stake first',
          querystring: z.object({ limit: z.coerce.number().int().min(1).max(500).default(50) }),
          response: { 200: reviewShape },
        },
      },
      async (request) => {
        const all = await database.inBusiness(request.businessId, (transaction) => listQuestions(transaction, modules, null), 'read');
        const worthALook = all.filter(({ section }) => section === 'worth_a_look').length;
        return { questions: all.slice(0, request.query.limit), open: all.length, worthALook };
      },
    );

    server.post(
      '/review/answer',
      {
        schema: {
          tags: TAGS,
          summary: 'Answer a question, or with execute false tell what that would do',
          body: answerRequest,
          response: { 200: reviewReportShape },
        },
      },
      (request) => {
        const { customerA, customerB, answer, execute } = request.body;
        return decide(request, execute, (transaction, options) => answerQuestion(transaction, customerA, customerB, answer, options));
      },
    );

    server.post(
      '/review/take-back',
      {
        schema: {
          tags: TAGS,
          summary: 'Take an answer back, or with execute false tell what that would do',
          body: takeBackRequest,
          response: { 200: reviewReportShape },
        },
      },
      (request) => {
        const { customerA, customerB, execute } = request.body;
        return decide(request, execute, (transaction, options) => takeBackAnswer(transaction, customerA, customerB, options));
      },
    );

    async function decide(
      request: FastifyRequest,
      execute: boolean,
      work: (transaction: BusinessTransaction, options: DecisionOptions) => Promise<{ pointers: Record<string, number> }>,
    ) {
      const told = await decideByWeb({ database, modules }, request, { execute, purpose: 'review', work });
      return { dryRun: told.dryRun, pointers: told.pointers };
    }
  },
};

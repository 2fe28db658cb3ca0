import { fastify, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { describeApi } from '../platform/http/describe-api.ts';
import { faultOfRequest, sendProblem } from '../platform/http/problem.ts';
import { catalogue } from './index.ts';
import { questionRoutes } from './routes.ts';
import { playStory } from './testing/play-story.ts';
import { stageOf } from './testing/stage.ts';

let scratch: ScratchDatabase;
let server: FastifyInstance;

beforeAll(async () => {
  scratch = await withDatabase();
  await playStory(stageOf(scratch));
  server = fastify();
  server.decorateRequest('businessId', '');
  server.setErrorHandler((error, request, reply) => sendProblem(request, reply, faultOfRequest(error)));
  server.addHook('onRequest', async (request) => {
    request.businessId = scratch.businessId;
  });
  await describeApi(server);
  await questionRoutes.register(server, { modules: [catalogue], database: scratch.database, dataDir: '' });
});
afterAll(async () => {
  await server.close();
  await scratch.drop();
});

const get = (url: string) => server.inject({ method: 'GET', url });

describe('the questions over HTTP', () => {
  it('lists and searches them', async () => {
    expect((await get('/questions')).json().questions.length).toBeGreaterThanOrEqual(130);
    expect((await get('/questions?search=retention+rate')).json().questions[0].id).toBe('customer_retention_rate');
  });

  it('says what one means', async () => {
    expect((await get('/questions/revenue_trends')).json()).toMatchObject({
      id: 'revenue_trends',
      file: 'src/catalogue/questions/revenue/revenue_trends.sql',
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'date_from', type: 'date' })]),
    });
  });

  it('answers one as the command line does, without taking the business for a parameter', async () => {
    const answer = (await get('/questions/revenue_trends/run?business=test-mover&currency=USD')).json();
    expect(answer).toEqual({ ...(await stageOf(scratch).ask('revenue_trends', { currency: 'USD' })), receipt: answer.receipt });
    expect(answer.rows.length).toBeGreaterThan(0);
  });

  it('gives the rows behind a figure', async () => {
    const url =
      '/questions/revenue_by_branch/rows?where.branch_name=Dallas&where.currency=USD&measure=total_revenue&row_limit=1&date_from=2025-01-01';
    expect((await get(url)).json()).toMatchObject({
      where: { branch_name: 'Dallas', currency: 'USD' },
      measure: { column: 'total_revenue', rule: 'sum revenue', figure: 1500 },
      rowCount: 2,
      rows: [{ day: '2025-01-31', amount: 1000 }],
    });
  });

  it.each([
    ['/questions/revenue_by_branch/rows?where.email=a', 400, 'unknown_column'],
    ['/questions/nope', 404, 'no_such_question'],
    ['/questions/nope/run', 404, 'no_such_question'],
    ['/questions/..%2f..%2fpackage/run', 404, 'no_such_question'],
    ['/questions/revenue_trends/run?from=2025-01-01', 400, 'unknown_parameter'],
    ['/questions/revenue_trends/run?currency=USD&currency=CAD', 400, 'parameter_value'],
    ['/questions/revenue_trends/run?branch=Nowhere', 404, 'no_such_value'],
  ])('refuses %s', async (url, status, code) => {
    const response = await get(url);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });
});

describe('an answer as a file', () => {
  it.each([
    ['csv', 'text/csv; charset=utf-8', 'period_type,'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['parquet', 'application/vnd.apache.parquet', 'PAR1'],
    ['json', 'application/json', '{'],
    ['markdown', 'text/markdown; charset=utf-8', '| period_type |'],
  ])('comes as %s under a name of its own', async (form, type, beginning) => {
    const response = await get(`/questions/revenue_trends/download/${form}?currency=USD&business=test-mover`);
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, type]);
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename="revenue_trends-\d{4}-\d\d-\d\d\.[a-z]+"$/);
    expect(response.rawPayload.subarray(0, beginning.length).toString()).toBe(beginning);
  });

  it('is refused in a form nobody knows', async () => {
    expect((await get('/questions/revenue_trends/download/pdf')).statusCode).toBe(400);
  });

  it('goes with the names that parameters take', async () => {
    expect((await get('/questions/choices')).json()).toMatchObject({ branch: ['Calgary', 'Dallas'], sales_person: expect.any(Array) });
  });
});

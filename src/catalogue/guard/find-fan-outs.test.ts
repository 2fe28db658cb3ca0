import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { modules } from '../../app.ts';
import { foldersOf } from '../question-folders.ts';
import { findQuestions } from '../reading/find-questions.ts';
import { findFanOuts, type KnownRelations, readRelations } from './find-fan-outs.ts';

let scratch: ScratchDatabase;
let known: KnownRelations;

beforeAll(async () => {
  scratch = await withDatabase();
  known = await scratch.database.inBusiness(scratch.businessId, readRelations, 'read');
});
afterAll(() => scratch.drop());

const words = async (sql: string) =>
  (await findFanOuts(sql, known)).map(({ aggregate, measure, multiplier }) => `${aggregate} ${measure} × ${multiplier}`);

/** The documents' "Branch performance": every job once per opportunity and lead of its branch. */
const BRANCH_PERFORMANCE = `
  select branch.name, count(distinct job.id), sum(job.total_actual_cost)
  from branches as branch
  left join jobs as job on job.branch_id = branch.id
  left join booked_opportunities as opportunity on opportunity.branch_id = branch.id
  left join lead_status as lead on lead.branch_id = branch.id
  group by branch.id, branch.name`;

describe('the fan-out guard', () => {
  it.each([
    ['the documents’ branch performance', BRANCH_PERFORMANCE, ['sum job × opportunity']],
    [
      'a sum beside a child table',
      'select sum(o.estimated_amount) from booked_opportunities o join jobs j using (quote_number)',
      ['sum o × j'],
    ],
    ['a join on nothing', 'select avg(j.total_actual_cost) from jobs j cross join lead_status', ['avg j × lead_status']],
    [
      'a subquery that keeps several rows',
      'select sum(j.total_actual_cost) from jobs j join (select branch_id from lead_status) l using (branch_id)',
      ['sum j × l'],
    ],
    [
      'a window over a multiplied row',
      'select sum(j.total_actual_cost) over () from jobs j join lead_status l on l.branch_id = j.branch_id',
      ['sum j × l'],
    ],
    [
      'an OR between keys',
      'select sum(j.total_actual_cost) from jobs j join lead_status l on l.id = j.id or l.quote_number = j.quote_number',
      ['sum j × l'],
    ],
    ['a scalar subquery that multiplies', 'select (select sum(j.total_actual_cost) from jobs j join lead_status l on true)', ['sum j × l']],
    [
      'a union of both',
      'select * from (select branch_id, sum(x) as x from (select branch_id, 1 as x from jobs union all select branch_id, 1 from lead_status) r group by 1) a join jobs j using (branch_id) where (select sum(a.x)) > 0',
      [],
    ],
  ])('judges %s', async (_name, sql, expected) => expect(await words(sql)).toEqual(expected));

  it.each([
    ['a join on the key', 'select b.name, sum(j.total_actual_cost) from jobs j left join branches b on b.id = j.branch_id group by 1'],
    [
      'sums made before joining',
      'with j as (select branch_id, sum(total_actual_cost) as revenue from jobs group by 1), l as (select branch_id, count(*) as leads from lead_status group by 1) select sum(j.revenue), sum(l.leads) from j full join l using (branch_id)',
    ],
    [
      'different things counted',
      'select count(distinct j.id), max(j.total_actual_cost) from jobs j join lead_status l on l.branch_id = j.branch_id',
    ],
    [
      'the newest row only',
      'select sum(j.total_actual_cost) from jobs j left join lateral (select id from lead_status l where l.quote_number = j.quote_number order by received_at limit 1) x on true',
    ],
    [
      'one row per person',
      'select sum(j.total_actual_cost) from jobs j join (select distinct on (customer_id) customer_id, id from lead_status order by customer_id, id) f on f.customer_id = j.customer_id',
    ],
    [
      'a list of periods that is grouped by',
      "select p.name, sum(j.total_actual_cost) from jobs j cross join (values ('a'), ('b')) as p (name) group by p.name",
    ],
    ['a natural key', 'select sum(l.estimated_revenue) from lead_status l join booked_opportunities o on o.quote_number = l.quote_number'],
    [
      'a view, as its table',
      'select sum(f.revenue) from catalogue.job_facts f join catalogue.lead_facts l on l.quote_number = f.quote_number',
    ],
  ])('accepts %s', async (_name, sql) => expect(await words(sql)).toEqual([]));

  it('knows the grain of every reporting view from its definition: one row per row of its table', () => {
    const views = [...known].filter(([name]) => /^catalogue\.\w+_facts$/.test(name));
    expect(views.map(([name]) => name).length).toBe(6);
    for (const [name, { keys }] of views) expect(keys, name).toContainEqual(['business_id', 'id']);
  });

  it('finds nothing in any question or receipt of the catalogue', async () => {
    for (const { id, sql, receiptFile } of findQuestions(foldersOf(modules))) {
      expect(await words(sql), id).toEqual([]);
      expect(await words(readFileSync(receiptFile, 'utf8')), receiptFile).toEqual([]);
    }
  });
});

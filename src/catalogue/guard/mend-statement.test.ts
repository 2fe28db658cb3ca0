import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { Fault } from '../../platform/fault.ts';
import { runSql } from '../sql/run-sql.ts';
import { stageOf } from '../testing/stage.ts';
import { mendStatement } from './mend-statement.ts';

/** The documents' "Branch performance analysis", word for word. */
const BRANCH_PERFORMANCE = `
select
    b.name as branch_name,
    count(distinct j.id) as job_count,
    count(distinct bo.id) as booked_opportunities,
    count(distinct ls.id) as leads,
    sum(j.total_actual_cost) as revenue
from branches b
left join jobs j on b.id = j.branch_id
left join booked_opportunities bo on b.id = bo.branch_id
left join lead_status ls on b.id = ls.branch_id
group by b.name
`;

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
  const stage = stageOf(scratch);
  const dallas = await stage.branch('Dallas');
  await stage.branch('Waco');
  // Dallas: jobs of 100 and 250, two opportunities, three leads. Joined at once each job would come six times: 2,100.
  await stage.job({ branch_id: dallas, total_actual_cost: 100 });
  await stage.job({ branch_id: dallas, total_actual_cost: 250 });
  for (const quote of ['1', '2']) await stage.opportunity(quote, { branch_id: dallas });
  for (const quote of ['1', '2', '3']) await stage.lead(quote, { branch_id: dallas });
});
afterAll(() => scratch.drop());

const ask = (sql: string) => runSql(scratch.database, { businessId: scratch.businessId, sql, limit: 10 });

it('the "Branch performance" of the documents is refused; the statement offered instead runs and gives the true figures', async () => {
  const refusal = await ask(BRANCH_PERFORMANCE).then(
    () => undefined,
    (fault: unknown) => fault,
  );
  expect(refusal).toBeInstanceOf(Fault);
  const message = refusal instanceof Fault ? refusal.message : '';
  expect(message).toContain('sum() counts a row of "j" once for each row of "bo" that it meets');
  const mended = message.slice(message.indexOf('\nselect') + 1);
  const { rows } = await ask(`${mended} order by 1`);
  expect(rows).toEqual([
    { branch_name: 'Dallas', job_count: 2, booked_opportunities: 2, leads: 3, revenue: 350 },
    { branch_name: 'Waco', job_count: 0, booked_opportunities: 0, leads: 0, revenue: null },
  ]);
});

it('two rows of the first table in one group stay two lines, also when their sums are equal', async () => {
  const byCurrency = BRANCH_PERFORMANCE.replace('b.name as branch_name', 'b.currency').replace('group by b.name', 'group by b.currency');
  const mended = await mendStatement(byCurrency);
  const stage = stageOf(scratch);
  for (const name of ['Minot', 'Fargo']) {
    const branch = await stage.branch(name);
    await stage.job({ job_id: name, branch_id: branch, total_actual_cost: 70 });
  }
  const { rows } = await ask(mended ?? '');
  expect(rows.flatMap(({ revenue }) => (revenue === null ? [] : [Number(revenue)])).sort((a, b) => a - b)).toEqual([70, 70, 350]);
});

it('an order by columns of the result stays, one by a joined table does not come through', async () => {
  const mended = await mendStatement(`${BRANCH_PERFORMANCE.trim()}\norder by revenue desc nulls last, 1;`);
  expect(mended).toMatch(/order by revenue desc nulls last, 1;$/);
  const { rows } = await ask(mended ?? '');
  expect(rows[0]).toMatchObject({ branch_name: 'Dallas', revenue: 350 });
  expect(await mendStatement(`${BRANCH_PERFORMANCE}order by sum(j.total_actual_cost)`)).toBeUndefined();
});

it('a statement of another shape is not rewritten', async () => {
  expect(
    await mendStatement('select sum(j.total_actual_cost) from jobs j join lead_status l on l.branch_id = j.branch_id'),
  ).toBeUndefined();
  expect(await mendStatement(BRANCH_PERFORMANCE.replace('group by', 'where j.is_duplicate group by'))).toBeUndefined();
  expect(await mendStatement(BRANCH_PERFORMANCE.replace('group by b.name', 'group by b.name, j.job_type'))).toBeUndefined();
});

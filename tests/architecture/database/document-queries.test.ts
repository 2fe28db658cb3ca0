import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BusinessTransaction } from '../../../src/platform/database/database.ts';
import { uuidV7 } from '../../../src/platform/uuid.ts';
import { withDatabase } from '../../database.ts';

// The join patterns of the moving company's documents run as they are written, with the
// documents' own table names and no business in sight: search_path and row security do it.
const scratch = await withDatabase();
let other = '';

beforeAll(async () => {
  other = await scratch.makeBusiness('other-mover');
  for (const businessId of [scratch.businessId, other]) await scratch.database.inBusiness(businessId, makeOneJourney);
});
afterAll(() => scratch.drop());

/** One person's way from lead to closed job, with a bad and a lost lead beside it. */
async function makeOneJourney(transaction: BusinessTransaction): Promise<void> {
  const [branch, person, source, customer, opportunity, lead] = Array.from({ length: 6 }, () => uuidV7());
  const business = transaction.businessId;
  await transaction.run("insert into tenancy.branches (business_id, id, name, normalized_name) values ($1, $2, 'Calgary', 'calgary')", [
    business,
    branch,
  ]);
  await transaction.run(
    "insert into journey.sales_persons (business_id, id, name, normalized_name) values ($1, $2, 'Ava Sample', 'ava sample')",
    [business, person],
  );
  await transaction.run(
    "insert into journey.lead_sources (business_id, id, name, normalized_name, category) values ($1, $2, 'Google', 'google', 'Online')",
    [business, source],
  );
  await transaction.run(
    "insert into customers.customers (business_id, id, name, first_lead_date, conversion_date) values ($1, $2, 'Max Example', '2026-01-02', '2026-01-09')",
    [business, customer],
  );
  await transaction.run(
    "insert into journey.booked_opportunities (business_id, id, quote_number, customer_id, branch_id, sales_person_id) values ($1, $2, '1001', $3, $4, $5)",
    [business, opportunity, customer, branch, person],
  );
  await transaction.run(
    "insert into journey.lead_status (business_id, id, quote_number, booked_opportunity_id, branch_id, sales_person_id, lead_source_id) values ($1, $2, '1001', $3, $4, $5, $6)",
    [business, lead, opportunity, branch, person, source],
  );
  await transaction.run(
    "insert into journey.bad_leads (business_id, id, natural_key, customer_id, lead_status_id) values ($1, $2, 'k', $3, $4)",
    [business, uuidV7(), customer, lead],
  );
  await transaction.run(
    "insert into journey.lost_leads (business_id, id, quote_number, booked_opportunity_id) values ($1, $2, '1001', $3)",
    [business, uuidV7(), opportunity],
  );
  for (const [job, revenue] of [
    ['1001-1', 1000],
    ['1001-2', 500],
  ] as const) {
    await transaction.run(
      "insert into journey.jobs (business_id, id, job_id, job_number, quote_number, opportunity_status, customer_id, branch_id, sales_person_id, total_actual_cost) values ($1, $2, $3, $3, '1001', 'CLOSED', $4, $5, $6, $7)",
      [business, uuidV7(), job, customer, branch, person, revenue],
    );
  }
  await transaction.run("insert into journey.user_performance (business_id, id, name, sales_person_id) values ($1, $2, 'Ava Sample', $3)", [
    business,
    uuidV7(),
    person,
  ]);
  await transaction.run(
    "insert into journey.sales_performance (business_id, id, name, sales_person_id) values ($1, $2, 'Ava Sample', $3)",
    [business, uuidV7(), person],
  );
}

async function answer(sql: string): Promise<Record<string, unknown>[]> {
  return scratch.database.inBusiness(scratch.businessId, async (transaction) => {
    await transaction.run('set local search_path = journey');
    return transaction.rows(sql);
  });
}

test('1, customer complete profile: one line per job of the person, everything beside it', async () => {
  const rows = await answer(`
    select
      c.name, c.smartmoving_id, c.merged_from_ids, c.merge_history, j.job_number, bl.lead_bad_reason,
      bo.quote_number, ls.status, ll.reason, sp.name as sales_person, b.name as branch, lsrc.category
    from customers c
    left join jobs j on c.id = j.customer_id
    left join bad_leads bl on c.id = bl.customer_id
    left join booked_opportunities bo on c.id = bo.customer_id
    left join lead_status ls on bo.quote_number = ls.quote_number
    left join lost_leads ll on bo.quote_number = ll.quote_number
    left join sales_persons sp on j.sales_person_id = sp.id
    left join branches b on j.branch_id = b.id
    left join lead_sources lsrc on ls.lead_source_id = lsrc.id
    order by j.job_number`);
  expect(rows.map((row) => [row.name, row.job_number, row.sales_person, row.branch, row.category])).toEqual([
    ['Max Example', '1001-1', 'Ava Sample', 'Calgary', 'Online'],
    ['Max Example', '1001-2', 'Ava Sample', 'Calgary', 'Online'],
  ]);
});

test('2, lead to customer journey: the lead finds its customer over the opportunity', async () => {
  const rows = await answer(`
    select ls.quote_number, c.name, c.first_lead_date, c.conversion_date, count(j.id)::int as jobs
    from lead_status ls
    left join booked_opportunities bo on ls.booked_opportunity_id = bo.id
    left join customers c on bo.customer_id = c.id
    left join jobs j on c.id = j.customer_id
    left join bad_leads bl on ls.id = bl.lead_status_id
    left join branches b on ls.branch_id = b.id
    left join lead_sources lsrc on ls.lead_source_id = lsrc.id
    where c.first_lead_date is not null and c.conversion_date is not null
    group by ls.quote_number, c.name, c.first_lead_date, c.conversion_date`);
  expect(rows).toEqual([
    { quote_number: '1001', name: 'Max Example', first_lead_date: '2026-01-02', conversion_date: '2026-01-09', jobs: 2 },
  ]);
});

test('3, sales person across modules: every module knows the same person', async () => {
  const rows = await answer(`
    select distinct sp.name, bo.quote_number, ls.quote_number as lead, spf.name as sales_report, up.name as call_report
    from sales_persons sp
    left join jobs j on sp.id = j.sales_person_id
    left join booked_opportunities bo on sp.id = bo.sales_person_id
    left join lead_status ls on sp.id = ls.sales_person_id
    left join sales_performance spf on sp.id = spf.sales_person_id
    left join user_performance up on sp.id = up.sales_person_id`);
  expect(rows).toEqual([{ name: 'Ava Sample', quote_number: '1001', lead: '1001', sales_report: 'Ava Sample', call_report: 'Ava Sample' }]);
});

test("4, branch performance: runs, with the documents' columns", async () => {
  const [row] = await answer(`
    select
      b.name as branch_name, count(distinct j.id)::int as job_count, count(distinct bo.id)::int as booked_opportunities,
      count(distinct ls.id)::int as leads, sum(j.total_actual_cost) as revenue
    from branches b
    left join jobs j on b.id = j.branch_id
    left join booked_opportunities bo on b.id = bo.branch_id
    left join lead_status ls on b.id = ls.branch_id
    group by b.name`);
  expect(row).toMatchObject({ branch_name: 'Calgary', job_count: 2, booked_opportunities: 1, leads: 1 });
});

test("5, lead source performance: runs, with the documents' columns", async () => {
  const rows = await answer(`
    select
      lsrc.name as lead_source, lsrc.category, count(distinct ls.id)::int as total_leads,
      count(distinct bo.id)::int as conversions, count(distinct c.id)::int as customers
    from lead_sources lsrc
    left join lead_status ls on lsrc.id = ls.lead_source_id
    left join booked_opportunities bo on ls.booked_opportunity_id = bo.id
    left join customers c on bo.customer_id = c.id
    group by lsrc.name, lsrc.category`);
  expect(rows).toEqual([{ lead_source: 'Google', category: 'Online', total_leads: 1, conversions: 1, customers: 1 }]);
});

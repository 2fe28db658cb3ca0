import { afterEach, beforeEach, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../tests/database.ts';
import { modules } from '../app.ts';
import { dependentPointers, recordSources } from '../customers/record-source.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import { buildJourney, journeySteps, type BuildOptions } from './build-journey.ts';
import { NO_MAPPINGS } from './manual-mappings/read-manual-mappings.ts';
import { unfoldSalesPerson } from './sales-persons/unfold-sales-person.ts';
import { insertRow, makeBadLead, makeJob, makeLead, makeLostLead, makeOpportunity } from './testing/make-rows.ts';

let scratch: ScratchDatabase;

beforeEach(async () => {
  scratch = await withDatabase();
});
afterEach(() => scratch.drop());

const options = (settings: Partial<BuildOptions> = {}): BuildOptions => ({
  execute: true,
  signal: new AbortController().signal,
  startedBy: 'test',
  manualMappings: NO_MAPPINGS,
  recordSources: recordSources.collect(modules),
  dependentPointers: dependentPointers.collect(modules),
  ...settings,
});

const ANN = { customer_name: 'Ann Lee', branch_name: 'CALGARY 🇨🇦 - Movers' };

/** One person in all seven places; children first, as if the files had come in the wrong order. */
async function story(transaction: BusinessTransaction): Promise<void> {
  await insertRow(transaction, 'journey.user_performance', { name: 'Ava Sample (French)' });
  await insertRow(transaction, 'journey.sales_performance', { name: 'Ava Sample' });
  await makeBadLead(transaction, {
    provider: 'Moving Leads Hub',
    customer_name: 'ann lee',
    customer_email: 'ANN@lee.example',
    date_lead_received: '2024-02-27',
  });
  await makeLostLead(transaction, '101', { name: 'Ann Lee', date_received: '2024-03-01T15:00Z' });
  await makeLead(transaction, '101', {
    branch_name: ANN.branch_name,
    sales_person: 'Ava S',
    referral_source: 'google ads',
    received_at: '2024-03-01T15:00Z',
    status_group: 'booked',
  });
  await makeJob(transaction, {
    ...ANN,
    quote_number: '101',
    job_number: '101-1',
    customer_email: 'ann@lee.example',
    opportunity_status: 'CLOSED',
    job_date: '2024-04-02',
    sales_person_name: 'Ava Sample',
  });
  await makeOpportunity(transaction, '101', { ...ANN, email: 'ann@lee.example', booked_date: '2024-03-05', sales_person: 'Sample, Ava' });
}

/** Every table of the journey without ids and times of writing: what must not depend on the way there. */
async function state(transaction: BusinessTransaction): Promise<unknown> {
  const read = (sql: string) => transaction.rows(sql, [transaction.businessId]);
  return {
    customers: await read('select name, first_lead_date, conversion_date from customers.customers where business_id = $1 order by name'),
    jobs: await read(
      'select customer_id is not null as customer, branch_id is not null as branch, sales_person_id is not null as seller from journey.jobs where business_id = $1',
    ),
    leads: await read(
      'select customer_id is not null as customer, booked_opportunity_id is not null as opportunity, lead_source_id is not null as source, branch_id is not null as branch from journey.lead_status where business_id = $1',
    ),
    bad: await read(
      'select customer_id is not null as customer, lead_status_id is not null as lead, lead_source_id is not null as source from journey.bad_leads where business_id = $1',
    ),
    lost: await read(
      'select customer_id is not null as customer, booked_opportunity_id is not null as opportunity, lead_source_id is not null as source from journey.lost_leads where business_id = $1',
    ),
    people: await read('select name from journey.sales_persons where business_id = $1 order by name'),
    performance: await read(
      'select link_method from journey.user_performance where business_id = $1 union all select link_method from journey.sales_performance where business_id = $1',
    ),
    folds: await read('select spelling, method from journey.sales_person_folds where business_id = $1'),
    integrity: await read(
      'select orphaned_user_performance, orphaned_sales_performance, job_customer_linkage_rate, lead_status_linkage_rate, badlead_linkage_rate from journey.integrity_check_history where business_id = $1',
    ),
  };
}

const WHOLE = {
  customers: [{ name: 'Ann Lee', first_lead_date: '2024-02-27', conversion_date: '2024-03-05' }],
  jobs: [{ customer: true, branch: true, seller: true }],
  leads: [{ customer: true, opportunity: true, source: true, branch: true }],
  bad: [{ customer: true, lead: true, source: true }],
  lost: [{ customer: true, opportunity: true, source: true }],
  people: [{ name: 'Ava S' }, { name: 'Ava Sample' }],
  performance: [{ link_method: 'normalized' }, { link_method: 'exact' }],
  folds: [{ spelling: 'Ava S', method: 'same_quotes' }],
  integrity: [
    {
      orphaned_user_performance: 0,
      orphaned_sales_performance: 0,
      job_customer_linkage_rate: '100.00',
      lead_status_linkage_rate: '100.00',
      badlead_linkage_rate: '100.00',
    },
  ],
};

const inside = <T>(work: (transaction: BusinessTransaction) => Promise<T>): Promise<T> =>
  scratch.database.inBusiness(scratch.businessId, work);

it('a build links one person through all seven reports; building again changes nothing', async () => {
  await inside(story);
  const report = await buildJourney(scratch.database, scratch.businessId, options());
  expect(report.steps.map((step) => step.name)).toEqual([
    'resolve_customers',
    'populate_lead_sources',
    'populate_branches',
    'merge_sales_person_variations',
    'complete_quote_linkage',
    'link_badlead_to_leadstatus',
    'populate_customer_timeline_fields',
    'link_orphaned_performance_records',
  ]);
  expect(await inside(state)).toEqual(WHOLE);
  for (const force of [false, true]) {
    const again = await buildJourney(scratch.database, scratch.businessId, options({ force }));
    expect(again.steps.map((step) => [step.name, step.changed])).toEqual(journeySteps.map((step) => [step.name, 0]));
    expect(again.steps.map((step) => step.unresolved)).toEqual(report.steps.map((step) => step.unresolved));
    expect(again.steps.every((step) => 'unchangedSince' in step.details)).toBe(!force);
    expect(await inside(state)).toEqual(WHOLE);
  }
});

it.each([
  ['a row that came', (transaction: BusinessTransaction) => makeLead(transaction, '102')],
  [
    'a row that went',
    (transaction: BusinessTransaction) => transaction.run('delete from journey.bad_leads where business_id = $1', [transaction.businessId]),
  ],
  [
    'a link that was taken away',
    (transaction: BusinessTransaction) =>
      transaction.run('update journey.jobs set branch_id = null where business_id = $1', [transaction.businessId]),
  ],
  [
    'a date that was emptied',
    (transaction: BusinessTransaction) =>
      transaction.run('update customers.customers set first_lead_date = null where business_id = $1', [transaction.businessId]),
  ],
  ['a fold that was taken back', (transaction: BusinessTransaction) => unfoldSalesPerson(transaction, 'Ava S', 'test')],
])('the next build looks again after %s', async (_what, change) => {
  await inside(story);
  await buildJourney(scratch.database, scratch.businessId, options());
  await inside<unknown>(change);
  const again = await buildJourney(scratch.database, scratch.businessId, options({ execute: false }));
  expect(again.steps.some((step) => 'unchangedSince' in step.details)).toBe(false);
});

it('the next build looks again after a new mapping by hand', async () => {
  await inside(story);
  await buildJourney(scratch.database, scratch.businessId, options());
  const manualMappings = { ...NO_MAPPINGS, salesPersons: [{ spelling: 'Sample, Ava', target: 'Ava Stone' }] };
  const again = await buildJourney(scratch.database, scratch.businessId, options({ manualMappings }));
  expect(again.steps.find((step) => step.name === 'merge_sales_person_variations')?.changed).toBe(2);
});

it('a dry run reports exactly what executing then does, and writes nothing', async () => {
  await inside(story);
  const dry = await buildJourney(scratch.database, scratch.businessId, options({ execute: false }));
  const { logged } = await inside((transaction) =>
    transaction.one<{ logged: number }>('select count(*) as logged from journey.script_execution_log where business_id = $1', [
      transaction.businessId,
    ]),
  );
  expect(logged).toBe(0);
  const executed = await buildJourney(scratch.database, scratch.businessId, options());
  expect(dry.steps.map((step) => [step.name, step.changed, step.unresolved])).toEqual(
    executed.steps.map((step) => [step.name, step.changed, step.unresolved]),
  );
  expect([dry.dryRun, executed.dryRun]).toEqual([true, false]);
});

it('a build that is stopped after any step ends in the same state when it is run again', async () => {
  await inside(story);
  for (let done = 1; done <= journeySteps.length; done += 1) {
    const interruption = new AbortController();
    let begun = 0;
    const onStep = (): void => {
      begun += 1;
      if (begun === done) interruption.abort();
    };
    const stopped = buildJourney(scratch.database, scratch.businessId, options({ signal: interruption.signal, onStep }));
    if (done < journeySteps.length) await expect(stopped).rejects.toMatchObject({ code: 'interrupted' });
    else await stopped;
  }
  expect(await inside(state)).toEqual(WHOLE);
});

it('the log names every step once it is done, and counts how often it ran', async () => {
  await buildJourney(scratch.database, scratch.businessId, options());
  await buildJourney(scratch.database, scratch.businessId, options());
  const log = await inside((transaction) =>
    transaction.rows(
      'select script_name, execution_count, notes from journey.script_execution_log where business_id = $1 order by script_name',
      [transaction.businessId],
    ),
  );
  expect(log).toHaveLength(journeySteps.length + 1);
  expect(log[0]).toEqual({ script_name: 'complete_quote_linkage', execution_count: 2, notes: '0 changed, 0 unresolved' });
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, story);
  const before = await scratch.database.inBusiness(other, state);
  await inside(story);
  await buildJourney(scratch.database, scratch.businessId, options());
  expect(await scratch.database.inBusiness(other, state)).toEqual(before);
});

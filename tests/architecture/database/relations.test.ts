import { afterAll, expect, test } from 'vitest';
import { readSchema } from '../../../src/platform/describe/read-schema.ts';
import { withDatabase } from '../../database.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());

const schema = await scratch.database.outsideBusinesses((client) => readSchema(client));

/**
 * The relations of the documents by hand, as their numbers have them: child table, column,
 * parent table. 1-3 and 4, 7, 10 are the same keys seen from both ends, and so on: 34
 * relations are 17 foreign keys. All of them null the child when the parent goes.
 */
const RELATIONS: readonly [numbers: string, child: string, column: string, parent: string][] = [
  ['1, 4', 'journey.jobs', 'customer_id', 'customers.customers'],
  ['2, 7', 'journey.bad_leads', 'customer_id', 'customers.customers'],
  ['3, 10', 'journey.booked_opportunities', 'customer_id', 'customers.customers'],
  ['5, 24', 'journey.jobs', 'sales_person_id', 'journey.sales_persons'],
  ['6, 32', 'journey.jobs', 'branch_id', 'tenancy.branches'],
  ['8, 19', 'journey.bad_leads', 'lead_status_id', 'journey.lead_status'],
  ['9, 30', 'journey.bad_leads', 'lead_source_id', 'journey.lead_sources'],
  ['11, 25', 'journey.booked_opportunities', 'sales_person_id', 'journey.sales_persons'],
  ['12, 33', 'journey.booked_opportunities', 'branch_id', 'tenancy.branches'],
  ['13, 15', 'journey.lead_status', 'booked_opportunity_id', 'journey.booked_opportunities'],
  ['14, 20', 'journey.lost_leads', 'booked_opportunity_id', 'journey.booked_opportunities'],
  ['16, 26', 'journey.lead_status', 'sales_person_id', 'journey.sales_persons'],
  ['17, 29', 'journey.lead_status', 'lead_source_id', 'journey.lead_sources'],
  ['18, 34', 'journey.lead_status', 'branch_id', 'tenancy.branches'],
  ['21, 31', 'journey.lost_leads', 'lead_source_id', 'journey.lead_sources'],
  ['22, 27', 'journey.user_performance', 'sales_person_id', 'journey.sales_persons'],
  ['23, 28', 'journey.sales_performance', 'sales_person_id', 'journey.sales_persons'],
];

test('the list holds each of the relations 1 to 34 once', () => {
  const numbers = RELATIONS.flatMap(([pair]) => pair.split(', ').map(Number)).sort((left, right) => left - right);
  expect(numbers).toEqual(Array.from({ length: 34 }, (_, index) => index + 1));
});

test.each(RELATIONS)('relations %s: %s.%s points to %s and is nulled when that goes', (_numbers, child, column, parent) => {
  const table = schema.find((candidate) => `${candidate.schema}.${candidate.name}` === child);
  const key = table?.foreignKeys.find((candidate) => candidate.columns.includes(column));
  expect(key).toMatchObject({
    columns: ['business_id', column],
    references: parent,
    referencedColumns: ['business_id', 'id'],
    onDelete: 'set null',
    nulledColumns: [column],
  });
});

/** The composite indexes that the documents name, business_id before each. */
const INDEXES: readonly [table: string, columns: string[]][] = [
  ['jobs', ['customer_id', 'opportunity_status']],
  ['jobs', ['opportunity_status', 'job_date', 'is_duplicate']],
  ['jobs', ['branch_id', 'opportunity_status', 'job_date']],
  ['booked_opportunities', ['customer_id', 'booked_date']],
  ['booked_opportunities', ['customer_id', 'branch_id', 'booked_date']],
  ['lead_status', ['lead_source_id', 'created_at']],
  ['customers', ['first_lead_date', 'conversion_date']],
  ['sales_persons', ['normalized_name']],
  ['branches', ['normalized_name']],
  ['lead_sources', ['category']],
  ['lead_sources', ['is_active']],
];

test.each(INDEXES)('%s has the index (%s)', (name, columns) => {
  const table = schema.find((candidate) => candidate.name === name && candidate.kind === 'table');
  expect(table?.indexes.map((index) => index.columns)).toContainEqual(['business_id', ...columns]);
});

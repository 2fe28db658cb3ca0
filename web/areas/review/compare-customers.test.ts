import { expect, test } from 'vitest';
import type { CustomerRecord, CustomerShape } from '../../../contract/customers.ts';
import { compareCustomers } from './compare-customers.ts';

const record: CustomerRecord = {
  source: 'journey.jobs',
  sourceId: 'row',
  key: null,
  name: null,
  email: null,
  phone: null,
  quoteNumber: null,
  observedOn: null,
  method: 'FIRST_SEEN',
  confidence: 1,
  decidedBy: 'rule',
  decidedAt: '2026-01-01T00:00:00Z',
  why: 'The first record of this person.',
};

const wren: CustomerShape = {
  id: 'wren',
  name: 'Wren Abernathy',
  firstName: 'Wren',
  lastName: 'Abernathy',
  email: 'wren@abernathy.test',
  phone: '+13125550181',
  firstLeadDate: '2026-01-05',
  conversionDate: null,
  records: [{ ...record, name: 'Wren Abernathy', email: 'Wren@Abernathy.test', phone: '312.555.0181' }],
  mergeHistory: [],
  household: [],
  golden: [],
};

test('what differs stands first, and one number typed two ways is no difference', () => {
  const wrenn = { ...wren, name: 'Wrenn Abernethy', phone: '(312) 555-0181', records: [{ ...record, phone: '+1 312 555 0181' }] };
  const compared = compareCustomers(wren, wrenn);
  expect(compared.map((field) => [field.name, field.isSame])).toEqual([
    ['Name', false],
    ['E-mail', true],
    ['Phone', true],
    ['First lead', true],
    ['Became a customer', true],
    ['Quotes', true],
    ['Rows that name them', true],
  ]);
  expect(compared[0]).toMatchObject({ a: ['Wren Abernathy'], b: ['Wrenn Abernethy'] });
  expect(compared[2]).toMatchObject({ a: ['(312) 555-0181'], b: ['(312) 555-0181'] });
});

test('a side that says nothing differs from one that does', () => {
  const silent = { ...wren, email: null, records: [] };
  const email = compareCustomers(wren, silent).find((field) => field.name === 'E-mail');
  expect(email).toEqual({ name: 'E-mail', a: ['wren@abernathy.test'], b: [], isSame: false });
});

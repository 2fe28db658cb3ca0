import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { column, makeBadLead, makeCustomer, makeLead, makeOpportunity, makeRecord, QUIET } from '../testing/make-rows.ts';
import { linkBadleadToLeadstatus } from './link-badlead-to-leadstatus.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

interface Contact {
  email_key?: string;
  phone_key?: string;
}

async function leadOf(
  transaction: BusinessTransaction,
  customer: string,
  quote: string,
  receivedAt: string | null,
  contact: Contact = {},
): Promise<string> {
  const lead = await makeLead(transaction, quote, { customer_id: customer, received_at: receivedAt });
  const opportunity = await makeOpportunity(transaction, quote, { customer_id: customer });
  await makeRecord(transaction, 'journey.booked_opportunities', opportunity, customer, { quote_number: quote, ...contact });
  return lead;
}

async function badLeadOf(transaction: BusinessTransaction, customer: string, contact: Contact = {}): Promise<string> {
  const bad = await makeBadLead(transaction, { customer_id: customer });
  await makeRecord(transaction, 'journey.bad_leads', bad, customer, { ...contact });
  return bad;
}

async function linkOf(transaction: BusinessTransaction, bad: string): Promise<unknown> {
  return (await column(transaction, 'journey.bad_leads', 'lead_status_id')).get(bad);
}

claim('e-mail comes before phone, phone before any other lead of the person', async (transaction) => {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const byCustomer = await leadOf(transaction, ann, '1', '2024-01-01T12:00Z');
  const byPhone = await leadOf(transaction, ann, '2', '2024-02-01T12:00Z', { phone_key: '+14035550101' });
  const byEmail = await leadOf(transaction, ann, '3', '2024-03-01T12:00Z', { email_key: 'ann@example.com' });
  const both = await badLeadOf(transaction, ann, { email_key: 'ann@example.com', phone_key: '+14035550101' });
  const phone = await badLeadOf(transaction, ann, { email_key: 'new@example.com', phone_key: '+14035550101' });
  const neither = await badLeadOf(transaction, ann);
  const report = await linkBadleadToLeadstatus.run(transaction, QUIET);
  expect(report).toMatchObject({ changed: 3, unresolved: 0, details: { linkedByEmail: 1, linkedByPhone: 1, linkedByCustomer: 1 } });
  expect(await linkOf(transaction, both)).toBe(byEmail);
  expect(await linkOf(transaction, phone)).toBe(byPhone);
  expect(await linkOf(transaction, neither)).toBe(byCustomer);
});

claim('of several leads the one received first is taken, not the one loaded first', async (transaction) => {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const contact = { email_key: 'ann@example.com' };
  await leadOf(transaction, ann, '1', null, contact);
  await leadOf(transaction, ann, '2', '2025-05-05T12:00Z', contact);
  const first = await leadOf(transaction, ann, '3', '2024-05-05T12:00Z', contact);
  const bad = await badLeadOf(transaction, ann, contact);
  await linkBadleadToLeadstatus.run(transaction, QUIET);
  expect(await linkOf(transaction, bad)).toBe(first);
});

claim('a phone that two people share links neither to the other', async (transaction) => {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const bob = await makeCustomer(transaction, 'Bob Stone');
  await leadOf(transaction, bob, '1', '2024-05-05T12:00Z', { phone_key: '+14035550101' });
  const bad = await badLeadOf(transaction, ann, { phone_key: '+14035550101' });
  expect(await linkBadleadToLeadstatus.run(transaction, QUIET)).toMatchObject({
    changed: 0,
    unresolved: 1,
    details: { customerWithoutLead: 1 },
  });
  expect(await linkOf(transaction, bad)).toBeNull();
});

claim('a link is never overwritten, and a re-run changes nothing', async (transaction) => {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const contact = { email_key: 'ann@example.com' };
  const late = await leadOf(transaction, ann, '1', '2025-05-05T12:00Z', contact);
  const bad = await badLeadOf(transaction, ann, contact);
  await linkBadleadToLeadstatus.run(transaction, QUIET);
  await leadOf(transaction, ann, '2', '2024-05-05T12:00Z', contact);
  expect((await linkBadleadToLeadstatus.run(transaction, QUIET)).changed).toBe(0);
  expect(await linkOf(transaction, bad)).toBe(late);
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  const bad = await scratch.database.inBusiness(other, async (transaction) => {
    const ann = await makeCustomer(transaction, 'Ann Lee');
    await leadOf(transaction, ann, '1', null);
    return badLeadOf(transaction, ann);
  });
  await scratch.database.inBusiness(scratch.businessId, (transaction) => linkBadleadToLeadstatus.run(transaction, QUIET));
  expect(await scratch.database.inBusiness(other, (transaction) => linkOf(transaction, bad))).toBeNull();
});

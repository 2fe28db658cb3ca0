import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeMoverSample } from '../write-samples.ts';
import type { Truth } from './truth.ts';

let folder: string;
let truth: Truth;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mover-truth-'));
  truth = await writeMoverSample(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('the README names the whole cast', async () => {
  const readme = await readFile(new URL('./README.md', import.meta.url), 'utf8');
  const byTable = /realtor|placeholder/;
  const unnamed = truth.people
    .filter(({ id, trap }) => trap !== null && !byTable.test(id))
    .filter(({ name }) => !readme.includes(name.split(' ')[0] ?? ''));
  expect(unnamed.map(({ name }) => name)).toEqual([]);
});

test('Noor stands in jobs, bookings, bad and lost leads, and in both performance reports', () => {
  expect(sourcesOf('cast-noor')).toEqual(['bad_leads', 'booked_opportunities', 'jobs', 'lost_leads']);
  expect(truth.links.leadToPerson['300102']).toBe('cast-noor');
  expect(truth.performanceLinks['Noor Haddad']).toBe('Noor Haddad');
});

test('a bad lead goes to the earliest lead of its person, or to none', () => {
  expect(leadOfBadLead('cast-oscar')).toEqual(['300141']);
  expect(leadOfBadLead('cast-sunniva')).toEqual(['300143']);
  expect(leadOfBadLead('cast-basil')).toEqual(['300144']);
  expect(leadOfBadLead('cast-noor')).toEqual(['300101']);
  expect(leadOfBadLead('cast-yusuf')).toEqual([null]);
});

test('a first lead date may come from the bad lead, a conversion from booking or job', () => {
  expect(truth.links.timeline['cast-oscar']?.firstLeadDate).toBe('2025-02-03');
  expect(truth.links.timeline['cast-sunniva']?.firstLeadDate).toBe('2024-06-01');
  expect(truth.links.timeline['cast-milo']).toEqual({ firstLeadDate: null, conversionDate: '2024-03-05' });
  expect(truth.links.timeline['cast-gwen']).toEqual({ firstLeadDate: '2024-05-06', conversionDate: null });
});

test('leads and opportunities meet in both orders of arrival, some only next month', () => {
  const { leadToOpportunity, lostToOpportunity } = truth.links;
  expect(leadToOpportunity['300102']).toBe('300102');
  expect(lostToOpportunity).toEqual({ '300131': '300131' });
  expect([leadToOpportunity['300171'], leadToOpportunity['300172'], leadToOpportunity['300174']]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(truth.nextMonth.newLeadToOpportunity).toEqual(expect.arrayContaining(['300171', '300172']));
});

test('next month closes, cancels, re-books and respells bookings and leaves most alone', () => {
  expect([...new Set(truth.nextMonth.changes.map(({ what }) => what))].sort()).toEqual([
    'cancelled',
    'closed',
    'new seller spelling',
    'rebooked',
  ]);
  const [bookings] = truth.nextMonth.files;
  expect(bookings?.same).toBeGreaterThan(30);
  expect((bookings?.same ?? 0) + (bookings?.updated ?? 0)).toBe(60);
});

test("the year turn's jobs count once", () => {
  const ids = truth.people
    .filter(({ id }) => id.startsWith('cast-new-year'))
    .flatMap(({ records }) => records.filter(({ source }) => source === 'jobs'));
  expect(ids).toHaveLength(3);
  expect(ids.every(({ file }) => file === '2024.xlsx - jobs.csv')).toBe(true);
});

test('two people who share a first name are two sales people, and a spelling of both is neither', () => {
  const owner = (spelling: string): string[] =>
    truth.lookups.salesPersons.filter(({ variations }) => variations.includes(spelling)).map(({ canonical }) => canonical);
  expect(owner('Ben C')).toEqual(['Ben Carrow']);
  expect(owner('Ben L')).toEqual(['Ben Lindqvist']);
  expect(owner('Ben')).toEqual(['Ben']);
  expect(owner('Chris M')).toEqual(['Chris M']);
});

test('Austin earns US dollars, everybody else Canadian ones, and nothing is summed across', () => {
  expect(
    truth.totals.revenueByBranch
      .filter(({ currency }) => currency === 'USD')
      .map(({ city }) => city)
      .every((city) => city === 'Austin'),
  ).toBe(true);
  expect(truth.totals.revenueByMonthCurrency.some(({ month, currency }) => month === '2026-03' && currency === 'USD')).toBe(true);
});

function sourcesOf(person: string): string[] {
  const found = truth.people.find(({ id }) => id === person);
  return [...new Set(found?.records.map(({ source }) => source))].sort();
}

function leadOfBadLead(person: string): (string | null | undefined)[] {
  const { badLeadToPerson, badLeadToLead } = truth.links;
  return Object.keys(badLeadToPerson).flatMap((key) => (badLeadToPerson[key] === person ? [badLeadToLead[key]] : []));
}

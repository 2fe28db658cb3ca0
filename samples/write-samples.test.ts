import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileTruth } from './mover/truth-files.ts';
import type { Truth } from './mover/truth.ts';
import { QUIRKS } from './mover/quirks.ts';
import { writeMoverSample } from './write-samples.ts';

let folder: string;
let truth: Truth;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mover-'));
  truth = await writeMoverSample(join(folder, 'first'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('two runs write the same bytes', async () => {
  await writeMoverSample(join(folder, 'second'));
  expect(await hashes(join(folder, 'second'))).toEqual(await hashes(join(folder, 'first')));
});

test('the truth on disk is the truth returned', async () => {
  expect(JSON.parse(await readFile(join(folder, 'first', 'truth.json'), 'utf8'))).toEqual(truth);
});

test("every file's rows are created, updated, same, skipped or quarantined", () => {
  for (const file of [...truth.files, ...truth.nextMonth.files]) {
    expect(file.rows, file.name).toBe(file.created + file.updated + file.same + file.skipped + file.quarantined);
    expect(sum(file.skippedBy), file.name).toBe(file.skipped);
    expect(sum(file.quarantinedBy), file.name).toBe(file.quarantined);
  }
});

test('quarantined and skipped rows are listed one by one, each with its own line', () => {
  const total = (pick: (file: FileTruth) => number): number => truth.files.reduce((count, file) => count + pick(file), 0);
  expect(truth.quarantine).toHaveLength(total((file) => file.quarantined));
  expect(truth.skipped).toHaveLength(total((file) => file.skipped));
  const places = [...truth.quarantine, ...truth.skipped].map(({ file, line }) => `${file}:${line}`);
  expect(new Set(places).size).toBe(places.length);
});

test('no row belongs to two people', () => {
  const records = truth.people.flatMap(({ records }) => records.map(({ source, key }) => `${source} ${key}`));
  expect(new Set(records).size).toBe(records.length);
});

test('people, links and totals count the same rows as the files', () => {
  const created = (kind: string): number =>
    truth.files.filter((file) => file.kind === kind).reduce((count, file) => count + file.created, 0);
  const records = (source: string): number =>
    truth.people.flatMap((person) => person.records).filter((record) => record.source === source).length;
  expect(records('jobs')).toBe(created('jobs'));
  expect(records('booked_opportunities')).toBe(created('booked_opportunities'));
  expect(records('lost_leads')).toBe(created('lost_leads'));
  // One bad lead names nobody at all.
  expect(records('bad_leads')).toBe(created('bad_leads') - 1);
  expect(truth.totals.jobs).toBe(created('jobs'));
  expect(truth.totals.bookedCount).toBe(created('booked_opportunities'));
  expect(truth.totals.leadCount).toBe(created('lead_status'));
  expect(truth.totals.badLeadCount).toBe(created('bad_leads'));
  expect(Object.keys(truth.links.badLeadToLead)).toHaveLength(created('bad_leads'));
  expect(sum(truth.totals.jobsByStatus)).toBe(truth.totals.jobs);
  expect(sum(truth.totals.leadCountBySource)).toBe(truth.totals.leadCount);
  expect(truth.totals.revenueByMonthCurrency.reduce((count, { jobs }) => count + jobs, 0)).toBe(truth.totals.jobs);
});

test('every quirk in the list sits somewhere in the files', () => {
  const present = new Set(truth.quirks.map(({ quirk }) => quirk));
  expect(Object.keys(QUIRKS).filter((quirk) => ![...present].some((found) => found === quirk))).toEqual([]);
});

test('telephones are fictitious and addresses are reserved for examples', async () => {
  const csv = await readFile(join(folder, 'first', 'exports', '2024.xlsx - jobs.csv'), 'utf8');
  const emails = csv.match(/[\w.]+@[\w.]+/g) ?? [];
  expect(emails.length).toBeGreaterThan(50);
  expect(emails.filter((email) => !/@example\.(com|net|org)$/i.test(email))).toEqual([]);
});

async function hashes(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(
        async (file) =>
          [
            file.slice(root.length),
            createHash('sha256')
              .update(await readFile(file))
              .digest('hex'),
          ] as const,
      ),
    ),
  );
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

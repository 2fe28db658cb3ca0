import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REFERENCE_ROWS, type ReferenceFile, writeReferenceExports } from './generate-reference.ts';

const SCALE = 0.01;
let folder: string;
let files: ReferenceFile[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reference-'));
  files = await writeReferenceExports(join(folder, 'one'), { scale: SCALE });
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('holds the reference volumes, scaled; the performance reports whole', () => {
  const rows = (kind: string): number => files.filter((file) => file.kind === kind).reduce((sum, file) => sum + file.rows, 0);
  for (const kind of ['jobs', 'booked_opportunities', 'lead_status', 'bad_leads', 'lost_leads'] as const)
    expect(rows(kind), kind).toBe(Math.round(REFERENCE_ROWS[kind] * SCALE));
  expect(rows('sales_performance')).toBe(149);
  expect(rows('user_performance')).toBe(59);
  expect(files.filter(({ kind }) => kind === 'jobs')).toHaveLength(7);
});

test('every row has as many cells as its header, and the counted number of rows is there', async () => {
  for (const { name, rows } of files) {
    const [header = [], ...data] = await read(name);
    expect(data, name).toHaveLength(rows);
    expect(
      data.filter((row) => row.length !== header.length),
      name,
    ).toEqual([]);
  }
});

test('all 89 job columns are there, and job ids and quote numbers are unique over the files', async () => {
  const ids = new Set<string>();
  for (const { name, rows } of files.filter(({ kind }) => kind === 'jobs')) {
    const [header = [], ...data] = await read(name);
    expect(header).toHaveLength(89);
    const before = ids.size;
    for (const [id = ''] of data) ids.add(id);
    expect(ids.size - before).toBe(rows);
  }
  const [, ...leads] = await read('lead-status.csv');
  expect(new Set(leads.map(([quote]) => quote)).size).toBe(leads.length);
});

test('most bookings have their lead and most bad leads somebody with a job', async () => {
  const leads = new Set((await read('lead-status.csv')).map(([quote]) => quote));
  const booked = (await read('booked-opportunities-by-date-booked.csv')).slice(1);
  expect(booked.filter(([quote]) => leads.has(quote)).length / booked.length).toBeGreaterThan(0.8);
  const emails = new Set<string | undefined>();
  for (const { name } of files.filter(({ kind }) => kind === 'jobs')) for (const row of await read(name)) emails.add(row[7]);
  const bad = (await read('bad-leads.xlsx - data.csv')).slice(1).filter(([, , email]) => email !== '');
  expect(bad.filter(([, , email]) => emails.has(email)).length / bad.length).toBeGreaterThan(0.4);
});

test('the same seed writes the same bytes, another seed others', async () => {
  const hash = async (run: string): Promise<string> =>
    createHash('sha256')
      .update(await readFile(join(folder, run, 'lead-status.csv')))
      .digest('hex');
  await writeReferenceExports(join(folder, 'two'), { scale: SCALE });
  await writeReferenceExports(join(folder, 'three'), { scale: SCALE, seed: 7 });
  expect(await hash('two')).toBe(await hash('one'));
  expect(await hash('three')).not.toBe(await hash('one'));
});

async function read(name: string): Promise<string[][]> {
  return Papa.parse<string[]>((await readFile(join(folder, 'one', name), 'utf8')).trimEnd()).data;
}

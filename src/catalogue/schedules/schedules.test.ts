import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { catalogue } from '../index.ts';
import { playStory } from '../testing/play-story.ts';
import { stageOf } from '../testing/stage.ts';
import { type WantedSchedule, addSchedule } from './add-schedule.ts';
import { findRuns, getSchedule } from './find-schedules.ts';
import { runDueSchedules } from './run-due-schedules.ts';
import { readFolder } from './schedule-folder.ts';

let scratch: ScratchDatabase;
let root = '';

beforeEach(async () => {
  scratch = await withDatabase();
  root = mkdtempSync(join(tmpdir(), 'schedules-'));
  await playStory(stageOf(scratch));
});
afterEach(async () => {
  rmSync(root, { recursive: true, force: true });
  await scratch.drop();
});

const modules = [catalogue];
const made = new Date('2025-03-01T00:00:00Z');
// Mondays at seven in Chicago: March 3 at 13:00 UTC, March 10 at 12:00 UTC.
const wanted: WantedSchedule = {
  name: 'weekly',
  question: 'revenue_trends',
  parameters: { date_from: 'year-start-1', currency: 'USD' },
  cron: '0 7 * * 1',
  timeZone: 'America/Chicago',
  output: 'csv',
  folder: 'weekly',
  keep: 2,
};
const add = (more: Partial<WantedSchedule> = {}, isDryRun = false) =>
  addSchedule(scratch.database, modules, { ...wanted, ...more, businessId: scratch.businessId, now: made, isDryRun });
const runAt = (moment: string, businessId = scratch.businessId) =>
  runDueSchedules({ database: scratch.database, modules, root }, businessId, new Date(moment));
const read = (name = 'weekly') =>
  scratch.database.inBusiness(scratch.businessId, async (transaction) => {
    const schedule = await getSchedule(transaction, name);
    return { schedule, runs: await findRuns(transaction, schedule.id) };
  });

describe('a schedule', () => {
  it('writes its file when it is due, not before, and knows when next', async () => {
    await add();
    expect(await runAt('2025-03-03T12:59:59Z')).toEqual([]);
    const [run] = await runAt('2025-03-03T13:00:00Z');
    const file = join(root, 'weekly', 'weekly-2025-03-03.csv');
    expect(run?.outcome).toMatchObject({ file, rows: expect.any(Number) });
    expect(readFileSync(file, 'utf8')).toContain('monthly,2025-01-01,USD');
    expect(await runAt('2025-03-03T13:00:30Z')).toEqual([]);
    expect((await read()).schedule.nextRunAt.toISOString()).toBe('2025-03-10T12:00:00.000Z');
  });

  it('makes up for any number of missed runs by one', async () => {
    await add();
    expect(await runAt('2025-03-26T09:00:00Z')).toHaveLength(1);
    expect(readdirSync(join(root, 'weekly'))).toEqual(['weekly-2025-03-26.csv']);
    expect((await read()).schedule.nextRunAt.toISOString()).toBe('2025-03-31T12:00:00.000Z');
  });

  it('keeps its newest files and no file of others', async () => {
    await add();
    mkdirSync(join(root, 'weekly'));
    for (const name of ['weekly-notes.csv', 'weekly2-2024-01-01.csv', 'weekly-2024-01-01.xlsx'])
      writeFileSync(join(root, 'weekly', name), '');
    for (const day of ['03', '10', '17']) await runAt(`2025-03-${day}T13:00:00Z`);
    expect(readdirSync(join(root, 'weekly')).sort()).toEqual([
      'weekly-2024-01-01.xlsx',
      'weekly-2025-03-10.csv',
      'weekly-2025-03-17.csv',
      'weekly-notes.csv',
      'weekly2-2024-01-01.csv',
    ]);
  });

  it('that fails says what to do, leaves no file, and runs again at its next time', async () => {
    await add({ parameters: { branch: 'Dallas' } });
    await scratch.database.inBusiness(scratch.businessId, (transaction) =>
      transaction.run(`update tenancy.branches set name = 'Houston' where business_id = $1 and name = 'Dallas'`, [scratch.businessId]),
    );
    const [run] = await runAt('2025-03-03T13:00:00Z');
    expect(run?.outcome).toMatchObject({ errorCode: 'no_such_value', error: expect.stringContaining('There is no branch "Dallas"') });
    const { schedule, runs } = await read();
    expect(schedule.lastError).toContain('There is no branch "Dallas"');
    expect(runs).toMatchObject([{ file: null, errorCode: 'no_such_value' }]);
    expect(existsSync(join(root, 'weekly'))).toBe(false);
    expect(schedule.nextRunAt.toISOString()).toBe('2025-03-10T12:00:00.000Z');
  });

  it('is run by one of two programs, and a run that was broken off leaves it due', async () => {
    await add();
    const client = await scratch.database.connect();
    try {
      // Somebody else is in the middle of it.
      await client.query('begin');
      await client.query('select tenancy.set_business($1)', [scratch.businessId]);
      await client.query('select from catalogue.schedules where business_id = $1 for update', [scratch.businessId]);
      expect(await runAt('2025-03-03T13:00:00Z')).toEqual([]);
      // Killed: the connection goes, and the lock with it.
      await client.query('rollback');
    } finally {
      client.release();
    }
    mkdirSync(join(root, 'weekly'));
    writeFileSync(join(root, 'weekly', 'weekly-2025-03-03.csv.part-999999999'), 'half');
    expect(await runAt('2025-03-03T13:00:00Z')).toHaveLength(1);
    expect(readdirSync(join(root, 'weekly'))).toEqual(['weekly-2025-03-03.csv']);
  });

  it('of one business is nothing to another', async () => {
    await add();
    expect(await runAt('2025-03-03T13:00:00Z', await scratch.makeBusiness('other-mover'))).toEqual([]);
  });

  it('that runs oftener than daily names its files by the minute', async () => {
    await add({ name: 'hourly', cron: '0 * * * *', folder: '' });
    await runAt('2025-03-01T01:00:00Z');
    expect(readdirSync(root)).toEqual(['hourly-2025-02-28-1900.csv']);
  });
});

describe('adding a schedule', () => {
  it('only tells what it would add in a dry run', async () => {
    expect((await add({}, true)).nextRunAt.toISOString()).toBe('2025-03-03T13:00:00.000Z');
    await expect(read()).rejects.toMatchObject({ code: 'no_such_schedule' });
  });

  it.each([
    ['a question nobody knows', { question: 'nope' }, 'no_such_question'],
    ['a parameter nobody knows', { parameters: { from: 'today' } }, 'unknown_parameter'],
    ['a branch nobody knows', { parameters: { branch: 'Nowhere' } }, 'no_such_value'],
    ['a zone nobody knows', { timeZone: 'Mars/Base' }, 'parameter_value'],
    ['a day that never comes', { cron: '0 0 31 2 *' }, 'schedule_cadence'],
    ['a name that is a path', { name: '../x' }, 'schedule_name'],
    ['to keep nothing', { keep: 0 }, 'schedule_keep'],
  ])('refuses %s', async (_what, more, code) => {
    await expect(add(more)).rejects.toMatchObject({ code });
  });

  it('refuses a second one of the same name', async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ code: 'schedule_twice' });
  });

  it.each(['..', '../other', '/etc', 'a/../../b'])('refuses the folder %j, outside the folder for exports', (folder) => {
    expect(() => readFolder(root, folder)).toThrow('lies outside');
  });

  it('takes a folder below, however it is written', () => {
    expect([readFolder(root, '.'), readFolder(root, 'a/../b'), readFolder(root, join(root, 'c')), readFolder(root, '..b')]).toEqual([
      '',
      'b',
      'c',
      '..b',
    ]);
  });

  it('follows no link that leads out', async () => {
    await add({ folder: 'link' });
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(root, 'link'));
    const [run] = await runAt('2025-03-03T13:00:00Z');
    expect(run?.outcome).toMatchObject({ errorCode: 'schedule_folder' });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });
});

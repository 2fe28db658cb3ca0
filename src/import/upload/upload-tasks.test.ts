import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { modules } from '../../app.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { listBatches } from '../list-batches.ts';
import { changeUpload, keepUploadFile, openUpload, readUpload, uploadFilePath } from './keep-upload.ts';
import { receiveFile } from './receive-file.ts';
import { Readable } from 'node:stream';
import { showUpload } from './show-upload.ts';
import { fileFolder, type UploadPlace, uploadFolder } from './upload-folder.ts';
import { openUploadTasks, type UploadTasks } from './upload-tasks.ts';

const HEADER = 'Quote #,Name,Lost Date,Move Date,Reason,Date Received,Time to First Contact,Estimated Amount';

let scratch: ScratchDatabase;
let tasks: UploadTasks;
let dataDir: string;
beforeAll(async () => {
  scratch = await withDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'throughline-tasks-'));
  tasks = openUploadTasks({ database: scratch.database, modules, dataDir });
});
afterAll(() => scratch.drop());

test('an import that is stopped says so, and the same request goes on to the same account', async () => {
  const place = await upload(2);
  tasks.start(place, 'importing', 'test');
  expect(() => tasks.start(place, 'importing', 'test')).toThrow(expect.objectContaining({ code: 'upload_busy' }));
  // Asked at once: it stops before its first row, when it looks at the signal for the first time.
  await tasks.stop(place.uploadId);
  expect(show(place)).toMatchObject({ state: 'open', batch: 1, failure: { code: 'interrupted' } });
  expect(await batches()).toMatchObject([{ batch: 1, state: 'running' }]);
  tasks.start(place, 'importing', 'test');
  await finished(place);
  expect(show(place)).toMatchObject({ state: 'done', batch: 1, failure: null, report: { resumed: true, totals: { rows: 2, created: 2 } } });
  expect(await batches()).toMatchObject([{ batch: 1, state: 'done' }]);
});

test('a check that is stopped leaves no failure and no import behind', async () => {
  const place = await upload(3);
  tasks.start(place, 'checking', 'test');
  await tasks.stop(place.uploadId);
  expect(show(place)).toMatchObject({ state: 'open', failure: null, report: null });
  expect(await batches()).toHaveLength(1);
});

test('what a killed process left is told as stopped, and can be gone on with', async () => {
  const place = await upload(4);
  changeUpload(place, { task: { name: 'importing', pid: process.pid } });
  expect(show(place)).toMatchObject({ state: 'open', failure: { code: 'interrupted' } });
  tasks.start(place, 'importing', 'test');
  await finished(place);
  expect(show(place)).toMatchObject({ state: 'done', report: { totals: { rows: 4 } } });
});

test('what another process does with it is told as running', async () => {
  const place = await upload(1);
  // The process that started this one lives as long as it does.
  changeUpload(place, { task: { name: 'checking', pid: process.ppid } });
  expect(show(place)).toMatchObject({ state: 'checking', progress: null });
});

test('half a note of a killed process is never read, and notes are those of one business', async () => {
  const place = await upload(1);
  writeFileSync(join(uploadFolder(place), 'upload.json.half'), 'half a note of a killed process');
  expect(readUpload(place).state).toBe('open');
  expect(() => readUpload({ ...place, businessId: uuidV7() })).toThrow(expect.objectContaining({ code: 'no_such_upload' }));
});

/** An upload with one file of so many lost leads. */
async function upload(rows: number): Promise<UploadPlace> {
  const { id } = openUpload({ dataDir, businessId: scratch.businessId }, 'test');
  const place = { dataDir, businessId: scratch.businessId, uploadId: id };
  const lines = Array.from({ length: rows }, (_, index) => `${rows}0${index},Ada Example,6/1/2026,6/9/2026,Price,5/30/2026,9m,$900`);
  const file = { id: uuidV7(), name: 'lost-leads.csv' };
  await receiveFile(Readable.from([`${[HEADER, ...lines].join('\n')}\n`]), fileFolder(uploadFolder(place), file.id), file.name);
  expect(uploadFilePath(place, file)).toContain(id);
  const recognised = { tables: [], problems: [], candidates: [], head: [] };
  keepUploadFile(place, { ...file, bytes: 1, as: null, mapping: null, recognised });
  return place;
}

const show = (place: UploadPlace) => showUpload(place, readUpload(place), tasks);

function batches() {
  return scratch.database.inBusiness(scratch.businessId, (transaction) => listBatches(transaction), 'read');
}

/** Without stopping it: looks until the notes say that nothing is being done. */
async function finished(place: UploadPlace): Promise<void> {
  while (readUpload(place).task !== null) await batches();
}

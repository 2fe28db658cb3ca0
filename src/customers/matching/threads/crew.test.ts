import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../../platform/config.ts';
import { matchRecords } from '../match-records.ts';
import type { RecordTable } from '../record-table.ts';
import { Crew } from './crew.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-crew-'));
const workerFile = join(folder, 'match-worker.mjs');

beforeAll(async () => {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/customers/matching/threads/worker.ts'],
    outfile: workerFile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GIVEN = ['Nora', 'Otto', 'Zoë', 'Ida', 'Greta', 'Hugo', 'Lena', '明', 'Vera', 'Emil', 'Ruth', 'Sven', 'William', 'Bill'];
const SURNAMES = ['Quill', 'Venn', 'Bell', 'Marsh', 'Thorne', 'Ostrow', 'Lindqvist', 'Ábara', 'Ferris', 'Holm', 'Zeller', 'Pryce'];

/** Records of 150 people, three each, with names that many share, gaps and letters beyond ASCII. */
function town(): RecordTable {
  const records = Array.from({ length: 450 }, (_, record) => ({ person: record % 150, copy: Math.floor(record / 150) }));
  const column = (kind: 'name' | 'phone' | 'email' | 'zip' | 'dob', cellOf: (person: number, copy: number) => string) => ({
    kind,
    name: kind,
    values: records.map(({ person, copy }) => cellOf(person, copy)),
  });
  return {
    ids: records.map((_, record) => `r${record}`),
    columns: [
      column('name', (person) => `${GIVEN[person % 14] ?? ''} ${SURNAMES[(person * 5) % 12] ?? ''}`),
      column('phone', (person, copy) => (copy === 1 ? '' : `512555${1000 + person}`)),
      column('email', (person, copy) => (copy === 2 ? '' : `box${person * 31}@post.org`)),
      column('zip', (person) => String(70000 + (person % 40))),
      column('dob', (person, copy) => (copy === 0 ? `19${40 + (person % 50)}-03-${10 + (person % 17)}` : '')),
    ],
  };
}

test.each([2, 3])('%i threads find the same pairs, weights and people as one', (threads) => {
  const table = town();
  const alone = matchRecords(table);
  const together = matchRecords(table, { crew: { threads, workerFile } });
  expect(together.pairs.size).toBe(alone.pairs.size);
  const { first, second, low, high } = alone.pairs;
  expect(isEqual(together.pairs.first, first)).toBe(true);
  expect(isEqual(together.pairs.second, second)).toBe(true);
  expect(isEqual(together.pairs.low, low)).toBe(true);
  expect(isEqual(together.pairs.high, high)).toBe(true);
  expect(isEqual(together.probabilities, alone.probabilities)).toBe(true);
  expect(isEqual(together.clusters, alone.clusters)).toBe(true);
  expect(isEqual(together.confidence, alone.confidence)).toBe(true);
  expect(together.keyKinds).toEqual(alone.keyKinds);
});

/** Byte for byte, as far as the shorter goes: lists of pairs have room at their end. */
function isEqual(left: Uint32Array | Float64Array, right: Uint32Array | Float64Array): boolean {
  const length = Math.min(left.byteLength, right.byteLength);
  return length > 0 && Buffer.from(left.buffer, left.byteOffset, length).equals(Buffer.from(right.buffer, right.byteOffset, length));
}

test('what goes wrong in another thread is told here', () => {
  const crew = new Crew(10, { threads: 2, workerFile });
  try {
    expect(() => crew.share({ name: 'sing', run: () => null }, () => null)).toThrow('there is no such task: sing');
  } finally {
    crew.dismiss();
  }
});

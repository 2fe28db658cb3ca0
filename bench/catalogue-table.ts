import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config.ts';

export interface Times {
  id: string;
  /** Milliseconds worked out anew, receipt and all. */
  anew: number;
  /** Milliseconds asked again while no row has changed. */
  again: number;
  /** Milliseconds of the original statement; words when it was stopped; absent where none runs. */
  original?: number | string;
}

const RESULTS = join(projectRoot, 'bench', 'results', 'catalogue.json');
const TABLE = join(projectRoot, 'bench', 'catalogue-table.md');

/** What was measured so far, by question; parts of a run add to it. */
export function readTimes(): Map<string, Times> {
  if (!existsSync(RESULTS)) return new Map();
  const read: Times[] = JSON.parse(readFileSync(RESULTS, 'utf8'));
  return new Map(read.map((one) => [one.id, one]));
}

/** Keeps what was measured, and publishes the table of all of it when asked to. */
export function writeTable(times: readonly Times[], { bound, publish }: { bound: number; publish: boolean }): void {
  const sorted = [...times].sort((a, b) => a.id.localeCompare(b.id));
  writeFileSync(RESULTS, `${JSON.stringify(sorted, null, 1)}\n`);
  if (publish) writeFileSync(TABLE, `${page(sorted, bound)}\n`);
}

/** Middle, nineteen of twenty, most and all together, for ours and for the originals beside them. */
export function summary(times: readonly Times[]): string[] {
  const compared = times.filter(({ original }) => typeof original === 'number');
  const lines = [
    spread(
      'Ours, worked out anew',
      times.map(({ anew }) => anew),
    ),
    spread(
      'Ours, asked again',
      times.map(({ again }) => again),
    ),
  ];
  if (compared.length === 0) return lines;
  return [
    ...lines,
    spread(
      'Originals that ran to the end',
      compared.map(({ original }) => Number(original)),
    ),
    spread(
      'Ours for the same ids, worked out anew',
      compared.map(({ anew }) => anew),
    ),
  ];
}

function spread(title: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  const total = sorted.reduce((sum, time) => sum + time, 0) / 1000;
  return `${title}: ${sorted.length} questions, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms, ${total.toFixed(1)} s in all`;
}

function page(times: readonly Times[], bound: number): string {
  const faster = times.filter(({ anew, original }) => typeof original === 'number' && anew < original).length;
  const compared = times.filter(({ original }) => typeof original === 'number').length;
  const cell = ({ original }: Times): string => (typeof original === 'number' ? original.toFixed(0) : (original ?? '–'));
  const ratio = ({ anew, original }: Times): string => (typeof original === 'number' ? (original / anew).toFixed(1) : '–');
  return [
    '# Our questions beside the originals',
    '',
    `Reference scale (940,000 rows, \`npm run bench load\`), ${cpus().length} cores, Node ${process.version}, PostgreSQL 18, warm, in milliseconds;`,
    'written by `npm run bench catalogue -- --table`.',
    '',
    ...summary(times).map((line) => `- ${line}.`),
    `- Of ${compared} pairs ours is the faster one in ${faster}.`,
    '',
    '*Anew* is the whole answer, worked out with nothing kept of it: rows, the receipt with its own count,',
    'parameters, row security; the better of two runs. *Again* is the same question while no row has changed.',
    '*Original* is the bare statement, without row security, parameters or receipt, the better of two',
    `runs, stopped after ${bound} s; – where the original fails (nineteen, see originals/README.md) or the`,
    'question is new. *Ratio* is original / anew. Originals that read little because a join loses rows, or',
    'leave out kinds of rows, are timed as they are. Parts of the table may be of different runs, some on a',
    'busier machine than others; a ratio is always of one.',
    '',
    '| Question | Anew | Again | Original | Ratio |',
    '|---|---:|---:|---:|---:|',
    ...times.map((one) => `| ${one.id} | ${one.anew.toFixed(0)} | ${one.again.toFixed(1)} | ${cell(one)} | ${ratio(one)} |`),
  ].join('\n');
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { modules } from '../src/app.ts';
import { runQuestion } from '../src/catalogue/index.ts';
import { keepRows } from '../src/catalogue/keeping/keep-rows.ts';
import { foldersOf } from '../src/catalogue/question-folders.ts';
import { findQuestions } from '../src/catalogue/reading/find-questions.ts';
import { projectRoot, readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { chooseBusiness } from '../src/tenancy/choose-business.ts';
import { openOriginals } from './originals.ts';

/**
 * Every question without parameters, in milliseconds: worked out anew (the better of two runs,
 * no answer kept), asked again, and the reference system's statement for the same id where it runs.
 * `npm run bench catalogue -- [--without-originals] [--bound SECONDS] [id …]` with THROUGHLINE_DATA_DIR of a filled data folder.
 */
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { 'without-originals': { type: 'boolean', default: false }, bound: { type: 'string', default: '120' } },
});
const database = await openDatabase(readConfig());
const originals = options['without-originals'] ? undefined : await openOriginals(database.adminUrl, Number(options.bound));
const ALL_KEPT = ['kept_jobs', 'kept_leads', 'kept_opportunities', 'kept_lost_leads', 'kept_bad_leads'] as const;
const lines: string[] = [];
try {
  const { id: businessId } = await chooseBusiness(database, undefined);
  const ids = findQuestions(foldersOf(modules))
    .map((question) => question.id)
    .filter((id) => wanted.length === 0 || wanted.includes(id));
  const ask = (id: string) => timed(() => runQuestion(database, modules, { businessId, id }));
  const forget = (table: string) =>
    database.inBusiness(businessId, (transaction) =>
      transaction.run(`delete from catalogue.${table} where business_id = $1`, [businessId]),
    );

  await forget('kept_states');
  note(`kept rows compared with all rows: ${(await timed(() => keepRows(database, businessId, ALL_KEPT))).toFixed(0)} ms`);
  note(`\n${'question'.padEnd(40)}${['anew', 'again', 'original', 'ratio'].map((title) => title.padStart(10)).join('')}`);
  const anew: number[] = [];
  const again: number[] = [];
  const compared: { ours: number; original: number }[] = [];
  for (const id of ids) {
    await forget('answers');
    const first = await ask(id);
    await forget('answers');
    const ours = Math.min(first, await ask(id));
    const kept = Math.min(await ask(id), await ask(id));
    const original = await originals?.time(id);
    anew.push(ours);
    again.push(kept);
    if (typeof original === 'number') compared.push({ ours, original });
    note(
      `${id.padEnd(40)}${cell(ours)}${cell(kept, 1)}${cell(original)}${cell(typeof original === 'number' ? original / ours : undefined, 1)}`,
    );
  }
  note(`\n${summary('anew, each by itself', anew)}`);
  if (wanted.length === 0) {
    await forget('answers');
    const inTurn: number[] = [];
    for (const id of ids) inTurn.push(await ask(id));
    note(summary('anew, one after the other (receipts shared)', inTurn));
  }
  note(summary('asked again', again));
  if (compared.length > 0) {
    note(
      summary(
        'originals that ran',
        compared.map(({ original }) => original),
      ),
    );
    note(
      summary(
        'ours for the same ids, anew',
        compared.map(({ ours }) => ours),
      ),
    );
  }
  writeFileSync(join(projectRoot, 'bench', 'results', 'catalogue.txt'), `${lines.join('\n')}\n`);
} finally {
  await originals?.close();
  await database.close();
}

function note(line: string): void {
  lines.push(line);
  console.log(line);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

function cell(value: number | string | undefined, digits = 0): string {
  return (typeof value === 'number' ? value.toFixed(digits) : (value ?? '–')).padStart(10);
}

function summary(title: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  const total = sorted.reduce((sum, time) => sum + time, 0) / 1000;
  return `${title}: ${sorted.length} questions, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms, ${total.toFixed(1)} s in all`;
}

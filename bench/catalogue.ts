import { parseArgs } from 'node:util';
import { modules } from '../src/app.ts';
import { runQuestion } from '../src/catalogue/index.ts';
import { keepRows } from '../src/catalogue/keeping/keep-rows.ts';
import { foldersOf } from '../src/catalogue/question-folders.ts';
import { findQuestions } from '../src/catalogue/reading/find-questions.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { chooseBusiness } from '../src/tenancy/choose-business.ts';
import { readTimes, summary, type Times, writeTable } from './catalogue-table.ts';
import { openOriginals } from './originals.ts';

/**
 * Every question without parameters, in milliseconds: worked out anew (the better of two runs,
 * no answer kept), asked again, and the reference system's statement for the same id where it runs.
 * `npm run bench catalogue -- [--without-originals] [--bound SECONDS] [--part N/M] [id …]` with THROUGHLINE_DATA_DIR
 * of a filled data folder. What is measured replaces the same ids in bench/results, and with
 * `--table` bench/catalogue-table.md is written from all that stands there.
 */
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    'without-originals': { type: 'boolean', default: false },
    bound: { type: 'string', default: '120' },
    part: { type: 'string', default: '1/1' },
    table: { type: 'boolean', default: false },
  },
});
const database = await openDatabase(readConfig());
const bound = Number(options.bound);
const originals = options['without-originals'] ? undefined : await openOriginals(database.adminUrl, bound);
const ALL_KEPT = ['kept_jobs', 'kept_leads', 'kept_opportunities', 'kept_lost_leads', 'kept_bad_leads'] as const;
try {
  const { id: businessId } = await chooseBusiness(database, undefined);
  const known = findQuestions(foldersOf(modules)).map((question) => question.id);
  const ids = partOf(
    known.filter((id) => wanted.length === 0 || wanted.includes(id)),
    options.part,
  );
  const ask = (id: string) => timed(() => runQuestion(database, modules, { businessId, id }));
  const forget = (table: string) =>
    database.inBusiness(businessId, (transaction) =>
      transaction.run(`delete from catalogue.${table} where business_id = $1`, [businessId]),
    );

  await forget('kept_states');
  console.log(`kept rows compared with all rows: ${(await timed(() => keepRows(database, businessId, ALL_KEPT))).toFixed(0)} ms`);
  console.log(`\n${'question'.padEnd(40)}${['anew', 'again', 'original', 'ratio'].map((title) => title.padStart(10)).join('')}`);
  const times = readTimes();
  const measured: Times[] = [];
  for (const id of ids) {
    await forget('answers');
    const first = await ask(id);
    await forget('answers');
    const anew = Math.min(first, await ask(id));
    const again = Math.min(await ask(id), await ask(id));
    const original = await originals?.time(id);
    const one: Times = { id, anew, again, ...(original === undefined ? {} : { original }) };
    measured.push(one);
    times.set(id, originals === undefined ? { ...times.get(id), ...one } : one);
    const ratio = typeof original === 'number' ? (original / anew).toFixed(1) : '–';
    console.log(
      `${id.padEnd(40)}${anew.toFixed(0).padStart(10)}${again.toFixed(1).padStart(10)}${shown(original).padStart(10)}${ratio.padStart(10)}`,
    );
  }
  console.log();
  for (const line of summary(measured)) console.log(line);
  writeTable(
    [...times.values()].filter(({ id }) => known.includes(id)),
    { bound, publish: options.table },
  );
} finally {
  await originals?.close();
  await database.close();
}

/** The Nth of M slices, so that no slice holds the machine for long. */
function partOf(ids: readonly string[], part: string): string[] {
  const [nth = 1, of = 1] = part.split('/').map(Number);
  return ids.slice(Math.floor(((nth - 1) * ids.length) / of), Math.floor((nth * ids.length) / of));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

function shown(value: number | string | undefined): string {
  return typeof value === 'number' ? value.toFixed(0) : (value ?? '–');
}

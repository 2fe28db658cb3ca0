import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '../src/app.ts';
import { foldersOf } from '../src/catalogue/question-folders.ts';
import { findQuestions } from '../src/catalogue/reading/find-questions.ts';
import { runQuestion } from '../src/catalogue/index.ts';
import { projectRoot, readConfig } from '../src/platform/config.ts';
import type { Database } from '../src/platform/database/database.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { chooseBusiness } from '../src/tenancy/choose-business.ts';

/**
 * Every question without parameters, in milliseconds: worked out from the rows (second of two
 * runs, nothing kept), and given from what was kept.
 * `npm run bench catalogue -- [id …]` with THROUGHLINE_DATA_DIR of a filled data folder.
 */
const wanted = process.argv.slice(2);
const database = await openDatabase(readConfig());
try {
  const business = await chooseBusiness(database, undefined);
  const ids = findQuestions(foldersOf(modules))
    .map((question) => question.id)
    .filter((id) => wanted.length === 0 || wanted.includes(id));
  const lines: string[] = [];
  const fresh: number[] = [];
  const kept: number[] = [];
  for (const id of ids) {
    const ask = async (): Promise<number> => {
      const began = process.hrtime.bigint();
      await runQuestion(database, modules, { businessId: business.id, id });
      return Number(process.hrtime.bigint() - began) / 1e6;
    };
    await forget(database, business.id);
    await ask();
    await forget(database, business.id);
    const worked = await ask();
    const given = Math.min(await ask(), await ask());
    fresh.push(worked);
    kept.push(given);
    lines.push(`${id.padEnd(40)} ${worked.toFixed(0).padStart(6)} ${given.toFixed(1).padStart(8)}`);
    console.log(lines.at(-1));
  }
  lines.push(`\n${summary('worked out', fresh)}\n${summary('kept', kept)}`);
  console.log(lines.at(-1));
  writeFileSync(join(projectRoot, 'bench', 'results', 'catalogue.txt'), `${lines.join('\n')}\n`);
} finally {
  await database.close();
}

async function forget(from: Database, businessId: string): Promise<void> {
  await from.inBusiness(businessId, (transaction) => transaction.run('delete from catalogue.answers where business_id = $1', [businessId]));
}

function summary(title: string, times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  const total = sorted.reduce((sum, time) => sum + time, 0) / 1000;
  return `${title}: ${sorted.length} questions, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms, ${total.toFixed(1)} s in all`;
}

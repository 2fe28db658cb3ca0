import { modules } from '../src/app.ts';
import { readRelations } from '../src/catalogue/guard/find-fan-outs.ts';
import { refuseFanOuts } from '../src/catalogue/guard/refuse-fan-outs.ts';
import { refuseUnsafe } from '../src/catalogue/sql/refuse-unsafe.ts';
import { foldersOf } from '../src/catalogue/question-folders.ts';
import { findQuestions } from '../src/catalogue/reading/find-questions.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { chooseBusiness } from '../src/tenancy/choose-business.ts';

/**
 * What the guard adds to a statement of one's own, in milliseconds: reading the grain of every
 * table, the parser's wall and the fan-outs. `npm run bench sql-guard` with THROUGHLINE_DATA_DIR.
 */
const STATEMENT = `
  with summed as (select branch_id, currency, sum(revenue) as revenue from catalogue.job_facts where is_sold group by 1, 2)
  select b.name, summed.currency, summed.revenue from branches b left join summed on summed.branch_id = b.id order by 3 desc`;
const database = await openDatabase(readConfig());
try {
  const business = await chooseBusiness(database, undefined);
  const times: Record<string, number[]> = { grain: [], parser: [], 'fan-outs': [], together: [] };
  for (let round = 0; round < 40; round += 1) {
    await database.inBusiness(
      business.id,
      async (transaction) => {
        const began = performance.now();
        const known = await readRelations(transaction);
        const grain = performance.now();
        await refuseUnsafe(transaction, STATEMENT, known);
        const parser = performance.now();
        await refuseFanOuts(STATEMENT, known, 'bench');
        const ended = performance.now();
        for (const [name, time] of Object.entries({
          grain: grain - began,
          parser: parser - grain,
          'fan-outs': ended - parser,
          together: ended - began,
        }))
          times[name]?.push(time);
      },
      'read',
    );
  }
  console.log(`${findQuestions(foldersOf(modules)).length} questions known; 40 rounds, the first apart`);
  for (const [name, all] of Object.entries(times)) {
    const [first = 0, ...rest] = all;
    const sorted = rest.sort((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
    console.log(`${name.padEnd(10)} first ${first.toFixed(1).padStart(6)}  p50 ${at(0.5).padStart(6)}  p95 ${at(0.95).padStart(6)}`);
  }
} finally {
  await database.close();
}

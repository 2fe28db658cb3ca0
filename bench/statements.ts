import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { modules } from '../src/app.ts';
import { keepRows } from '../src/catalogue/keeping/keep-rows.ts';
import { KEPT_TABLES, type KeptTableName } from '../src/catalogue/keeping/kept-tables.ts';
import { readKeptRows } from '../src/catalogue/keeping/read-kept-rows.ts';
import { foldersOf } from '../src/catalogue/question-folders.ts';
import { findQuestions } from '../src/catalogue/reading/find-questions.ts';
import { receiptStatement } from '../src/catalogue/running/read-receipt.ts';
import { runStatement } from '../src/catalogue/running/run-statement.ts';
import { settleParameters } from '../src/catalogue/running/settle-parameters.ts';
import { limitStatements } from '../src/catalogue/running/work-out.ts';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { chooseBusiness } from '../src/tenancy/choose-business.ts';

/**
 * Every question's statement and receipt by themselves over kept rows, in milliseconds, the better of two
 * runs, slowest first: where the time of a question goes. `npm run bench statements -- [--processor] [--set NAME=VALUE …] [--explain] [id …]`.
 */
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', multiple: true, default: [] },
    explain: { type: 'boolean', default: false },
    processor: { type: 'boolean', default: false },
  },
});
const database = await openDatabase(readConfig());
try {
  const { id: businessId } = await chooseBusiness(database, undefined);
  const names: KeptTableName[] = [];
  for (const name in KEPT_TABLES) if (isKept(name)) names.push(name);
  await keepRows(database, businessId, names);
  const receipts = new Map<string, number>();
  const found: { id: string; statement: number; receipt: number; tables: string }[] = [];
  for (const question of findQuestions(foldersOf(modules))) {
    if (wanted.length > 0 && !wanted.includes(question.id)) continue;
    await database.inBusiness(
      businessId,
      async (transaction) => {
        const settled = await settleParameters(transaction, question, {});
        await limitStatements(transaction, 120_000);
        if (options.processor) await transaction.run('set local max_parallel_workers_per_gather = 0');
        for (const setting of options.set) await transaction.run(`set local ${setting}`);
        const { pid } = await transaction.one<{ pid: number }>('select pg_backend_pid() as pid', []);
        const clock = (): number => (options.processor ? processorTime(pid) : Number(process.hrtime.bigint()) / 1e6);
        const time = async (sql: string): Promise<number> => {
          const began = clock();
          await runStatement(transaction, question, settled, sql);
          return clock() - began;
        };
        const better = async (sql: string): Promise<number> => {
          const first = await time(sql);
          return options.processor ? first : Math.min(first, await time(sql));
        };
        const near = readKeptRows(question.sql);
        if (options.explain) {
          const plan = await runStatement(transaction, question, settled, `explain (analyze, buffers)\n${near.text}`);
          console.log(plan.rows.map(([line]) => String(line)).join('\n'));
        }
        const receipt = readKeptRows(receiptStatement(question));
        const key = `${receipt.text} ${JSON.stringify(settled.shown)}`;
        const counted = receipts.get(key) ?? (await better(receipt.text));
        receipts.set(key, counted);
        found.push({ id: question.id, statement: await better(near.text), receipt: counted, tables: near.tables.join(' ') });
      },
      'read',
    );
  }
  found.sort((a, b) => b.statement + b.receipt - a.statement - a.receipt);
  for (const { id, statement, receipt, tables } of found)
    console.log(`${id.padEnd(40)}${statement.toFixed(0).padStart(8)}${receipt.toFixed(0).padStart(8)}  ${tables}`);
  for (const part of ['statement', 'receipt'] as const) {
    const times = found.map((one) => one[part]).sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(0);
    console.log(
      `${part}: p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}, in all ${(times.reduce((a, b) => a + b, 0) / 1000).toFixed(1)} s`,
    );
  }
} finally {
  await database.close();
}

/** On a processor, in milliseconds, which a busy machine does not lengthen; Linux only, and without parallel workers. */
function processorTime(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

function isKept(name: string): name is KeptTableName {
  return name in KEPT_TABLES;
}

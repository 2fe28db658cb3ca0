import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../src/app.ts';
import { foldersOf } from '../../src/catalogue/question-folders.ts';
import { findQuestions } from '../../src/catalogue/reading/find-questions.ts';
import { runStatement, type StatementResult } from '../../src/catalogue/running/run-statement.ts';
import { settleParameters } from '../../src/catalogue/running/settle-parameters.ts';
import type { BusinessTransaction } from '../../src/platform/database/database.ts';
import { uuidV7 } from '../../src/platform/uuid.ts';
import { type SampleDatabase, withSample } from '../with-sample.ts';
import { DOUBLED, WITHOUT_TWINS } from './what-doubling-changes.ts';

// Every row of one table after the other gets a twin, over the whole sample: a question that joins before it
// adds up shows another figure then. Only what counts rows of that very table may.

const questions = findQuestions(foldersOf(modules));
const AS_OF = '2026-10-01';

let sample: SampleDatabase;
let before: Map<string, StatementResult>;
/** The text of the views that questions read: a table that is in none of them is read by who names it. */
let views: string;
beforeAll(async () => {
  sample = await withSample();
  await sample.database.inBusiness(sample.businessId, addWhatTheSampleLacks);
  views = await sample.database.outsideBusinesses(async (client) => {
    const found = await client.query<{ text: string }>(
      `select string_agg(pg_get_viewdef(oid), ' ') as text from pg_class where relkind = 'v' and relnamespace = 'catalogue'::regnamespace`,
    );
    return found.rows[0]?.text ?? '';
  });
  before = await sample.database.inBusiness(sample.businessId, (transaction) => askAll(transaction), 'read');
}, 120_000);
afterAll(() => sample.drop());

describe('a twin of every row changes nothing but counts of these rows', () => {
  it.each(Object.entries(DOUBLED))('in %s', async (table, { twin, mayChange }) => {
    const after = await sample.database.inBusiness(
      sample.businessId,
      async (transaction) => {
        expect(await double(transaction, table, twin)).toBeGreaterThan(0);
        return askAll(transaction, views.includes(table) ? questions : questions.filter(({ sql }) => sql.includes(table)));
      },
      'dry-run',
    );
    for (const { id } of questions) {
      const [one, two] = [before.get(id), after.get(id)];
      if (one === undefined || two === undefined || mayChange[id] === 'list') continue;
      const changed = one.fields.filter((_name, place) => !isSame(column(one, place), column(two, place)));
      const allowed = mayChange[id]?.split(' ') ?? [];
      expect(
        changed.filter((name) => !allowed.includes(name)),
        `${id}, of ${two.rows.length} rows for ${one.rows.length}`,
      ).toEqual([]);
    }
  });

  it('in every table that questions read, or it is said why not', () => {
    const read = questions.flatMap(({ sql }) =>
      [...sql.matchAll(/\b(?:from|join) ((?:journey|customers|import|tenancy)\.\w+)/g)].map(([, name]) => name ?? ''),
    );
    expect([...new Set(read)].filter((name) => !(name in DOUBLED) && !(name in WITHOUT_TWINS))).toEqual([]);
  });
});

async function askAll(transaction: BusinessTransaction, asked = questions): Promise<Map<string, StatementResult>> {
  await transaction.run("set local time zone 'UTC'");
  const answers = new Map<string, StatementResult>();
  for (const question of asked) {
    const takes = (name: string): boolean => question.parameters.some((parameter) => parameter.name === name);
    const settled = await settleParameters(transaction, question, takes('as_of') ? { as_of: AS_OF } : {});
    answers.set(question.id, await runStatement(transaction, question, settled, question.sql));
  }
  return answers;
}

/** Copies every row of a table with all it says, under another id and key; returns how many. */
async function double(transaction: BusinessTransaction, table: string, twin: Record<string, string>): Promise<number> {
  const columns = await transaction.rows<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema || '.' || table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => (name === 'id' ? 'gen_random_uuid()' : (twin[name] ?? name)));
  return transaction.run(`insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} where business_id = $1`, [
    transaction.businessId,
  ]);
}

/** Marketing spend, and a lead whose status changed a month before the day asked for. */
async function addWhatTheSampleLacks(transaction: BusinessTransaction): Promise<void> {
  await transaction.run(
    `insert into journey.marketing_spend (business_id, id, lead_source_id, lead_source, month, amount, natural_key)
    select business_id, $2::uuid, id, name, date '2026-05-01', 1200, 'spend' from journey.lead_sources where business_id = $1 and name = 'Google Ads'`,
    [transaction.businessId, uuidV7()],
  );
  await transaction.run(
    `insert into journey.status_changes (business_id, id, source, row_id, quote_number, previous_status, status, recorded_at)
    select business_id, $2::uuid, 'journey.lead_status', id, quote_number, 'New lead', status, timestamptz '2026-09-01T12:00Z'
    from journey.lead_status where business_id = $1 and status_group = 'booked' order by quote_number limit 1`,
    [transaction.businessId, uuidV7()],
  );
}

function column({ rows }: StatementResult, place: number): string[] {
  return rows.map((row) => JSON.stringify(row[place])).sort();
}

function isSame(one: readonly string[], two: readonly string[]): boolean {
  return one.length === two.length && one.every((cell, index) => cell === two[index]);
}
